package org.gradus.lecture;

import org.gradus.view.Language;

/** Words of the lecture that stand on many axes and in many titles, in both languages; a word is translated in one way everywhere. */
public enum Term {
    /** The number of the update, from 1. */
    UPDATE("update t", "更新次數 t"),
    /** A pass over the training data. */
    EPOCH("epoch", "訓練週期（epoch）"),
    /** η. */
    LEARNING_RATE("learning rate η", "學習率 η"),
    /** Of the training part. */
    TRAINING_LOSS("training loss", "訓練損失"),
    /** Of the part that rates are chosen by. */
    VALIDATION_LOSS("validation loss", "驗證損失"),
    /** Of the part that is judged by. */
    TEST_LOSS("test loss", "測試損失"),
    /** The share of the training part that is classified rightly. */
    TRAINING_ACCURACY("training accuracy", "訓練準確率"),
    /** The share of the validation part that is classified rightly. */
    VALIDATION_ACCURACY("validation accuracy", "驗證準確率"),
    /** The share of the test part that is classified rightly. */
    TEST_ACCURACY("test accuracy", "測試準確率"),
    /** What is to be made small. */
    LOSS("loss", "損失"),
    /** Of the loss. */
    GRADIENT("gradient", "梯度"),
    /** m. */
    MOMENTUM("momentum", "動量"),
    /** The way from θ of one update to the next. */
    MOVEMENT("movement", "移動量"),
    /** θ. */
    PARAMETERS("parameters", "參數"),
    /** One number of θ. */
    WEIGHT("weight", "權重"),
    /** γ. */
    WEIGHT_DECAY("weight decay γ", "權重衰減 γ"),
    /** Where a path begins. */
    START("start", "起點"),
    /** Where the loss is least. */
    MINIMUM("minimum", "最小值"),
    /** Learning rates from small ones to the usual one. */
    WARM_UP("warm-up", "暖身（warm-up）"),
    /** Test loss beyond training loss. */
    GENERALIZATION_GAP("generalization gap", "泛化差距"),
    /** How fast the slope changes. */
    CURVATURE("curvature", "曲率"),
    /** The part of all values. */
    SHARE("share", "比例");

    private final String english;
    private final String chinese;

    Term(String english, String chinese) {
        this.english = english;
        this.chinese = chinese;
    }

    /**
     * {@return the word}
     *
     * @param language in which language
     */
    public String in(Language language) {
        return language.of(english, chinese);
    }
}
