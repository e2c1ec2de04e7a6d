package org.gradus.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gradus.cli.Cli.gradus;

import org.junit.jupiter.api.Test;

class CompletionTest {
    @Test
    void bashCompletesCommandsOptionsAndNames() {
        Cli bash = gradus("completion", "bash");
        assertThat(bash.status()).isZero();
        assertThat(bash.out())
                .contains("range-test", "--learning-rate", "--progress", "pytorch-amsgrad", "one-cycle", "rosenbrock")
                .contains("digits", "complete -F");
    }

    @Test
    void zshReadsTheSameAfterTwoFunctions() {
        assertThat(gradus("completion", "zsh").out())
                .isEqualTo("autoload -Uz compinit bashcompinit && compinit && bashcompinit\n"
                        + gradus("completion", "bash").out());
    }
}
