package org.gradus.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gradus.cli.Cli.gradus;

import org.gradus.testing.InEveryLocale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@InEveryLocale
class MisuseTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tarin | gradus: there is no command 'tarin'; did you mean train? the commands are duel, compare, ",
                "zzz | gradus: there is no command 'zzz'; the commands are duel, compare, ",
                "--verson | gradus: there is no option '--verson'; did you mean --version? 'gradus --help' lists the options",
                "compare --eopchs 3 | gradus compare: there is no option '--eopchs'; did you mean --epochs? 'gradus compare --help' lists",
                "compare --eopchs=3 | gradus compare: there is no option '--eopchs'; did you mean --epochs? ",
                "train --learning-rte 3 | gradus train: there is no option '--learning-rte'; did you mean --learning-rate? ",
                "trace adam sgd | gradus trace: 'sgd' is one word too many; quote what belongs together",
                "compare --epochs 99999999999 | gradus compare: epochs: must be a whole number from 1 to 1000000000, found '99999999999'",
                "compare --epochs -99999999999 | gradus compare: epochs: must be a whole number from 1 to 1000000000, found '-99999999999'",
                "compare --epochs 1e3 | gradus compare: epochs: must be a whole number from 1 to 1000000000, found '1e3'",
                "compare --epochs ١٢ | gradus compare: epochs: must be a whole number from 1 to 1000000000, found '١٢'",
                "trace adam --learning-rate fast | gradus trace: --learning-rate: needs a number, or rules with one each as in adam=0.01,sgd=0.1, found 'fast'",
                "trace adam --steps 3 --steps 4 | gradus trace: --steps: is given more than once; give it once",
                "train --epochs 3 --epochs 4 | gradus train: --epochs: is given more than once; give it once",
                "compare --progress dots | gradus compare: --progress: there is no 'dots'; choose from auto, bar, lines, none"
            })
    void whatWasTypedAndWhatWasMeant(String command, String start) {
        Cli outcome = gradus(command.split(" "));
        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err()).startsWith(start.strip());
        assertThat(outcome.err().lines().toList().get(1)).matches("Try 'gradus.* --help'\\.");
        assertThat(outcome.out()).isEmpty();
    }
}
