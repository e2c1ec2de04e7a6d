package org.gradus.lecture.overview;

import java.util.List;

/** The lecture's rules as a family: who comes from whom by which idea, and where each stands in the picture. */
final class Family {
    /** An idea by which a rule comes from another; with what takes it away, if that is a number: as it is typed and as it is written. */
    record Idea(String parent, String rule, String english, String chinese, String without, String written) {
        Idea(String parent, String rule, String english, String chinese) {
            this(parent, rule, english, chinese, "", "");
        }
    }

    static final List<Idea> IDEAS = List.of(
            new Idea("sgd", "sgdm", "remembers", "記憶", "sgdm:lambda=0", "λ = 0"),
            new Idea("sgd", "adagrad", "÷ √Σg²", "÷ √Σg²"),
            new Idea("adagrad", "rmsprop", "forgets", "遺忘"),
            new Idea("sgdm", "nag", "looks ahead", "往前看"),
            new Idea("sgdm", "sgdwm", "decays", "衰減", "sgdwm:gamma=0", "γ = 0"),
            new Idea("rmsprop", "adam", "remembers, corrects", "記憶並修正"),
            new Idea("sgdm", "adam", "", ""),
            new Idea("adam", "amsgrad", "max of v", "v 的最大值"),
            new Idea("adam", "adabound", "bounds", "上下界"),
            new Idea("adam", "radam", "warms up", "暖身"),
            new Idea("adam", "nadam", "looks ahead", "往前看"),
            new Idea("adam", "adamw", "decays", "衰減", "adamw:gamma=0", "γ = 0"),
            new Idea("adam", "swats", "then SGDM", "再換 SGDM"),
            new Idea("sgdm", "lookahead", "slow weights", "慢權重", "lookahead(sgdm):alpha=1", "α = 1"));

    /** Where a rule stands, and who published it when. */
    record Place(String rule, String source, double column, double row) {}

    static final List<Place> PLACES = List.of(
            new Place("sgd", "Robbins, Monro 1951", 0, 3),
            new Place("sgdm", "Polyak 1964", 1, 5),
            new Place("adagrad", "Duchi 2011", 1, 1),
            new Place("rmsprop", "Hinton 2012", 2.1, 1),
            new Place("adam", "Kingma, Ba 2015", 3.3, 2),
            new Place("amsgrad", "Reddi 2018", 4.6, 0),
            new Place("adabound", "Luo 2019", 4.6, 1),
            new Place("radam", "Liu 2020", 4.6, 2),
            new Place("nadam", "Dozat 2016", 4.6, 3),
            new Place("adamw", "Loshchilov 2019", 4.6, 4),
            new Place("swats", "Keskar 2017", 4.6, 5),
            new Place("nag", "Nesterov 1983", 2.1, 4.8),
            new Place("sgdwm", "Loshchilov 2019", 2.1, 5.7),
            new Place("lookahead", "Zhang 2019", 2.1, 6.6));

    private Family() {}
}
