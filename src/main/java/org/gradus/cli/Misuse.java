package org.gradus.cli;

import java.math.BigInteger;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gradus.catalog.Catalog;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is wrong with a command line, as a sentence: what was typed, and what could have been meant. */
final class Misuse {
    private Misuse() {}

    static String sentence(ParameterException error, List<String> commands) {
        if (error instanceof UnmatchedArgumentException unmatched) {
            return unmatched(
                    unmatched.getUnmatched().get(0), error.getCommandLine().getCommandSpec(), commands);
        }
        ArgSpec argument = error.getArgSpec();
        if (error instanceof OverwrittenOptionException twice && twice.getOverwritten() instanceof OptionSpec option) {
            return option.longestName() + ": is given more than once; give it once";
        }
        if (error.getMessage().startsWith("Invalid value for ") && argument != null) {
            String name = argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
            if (argument.type().isEnum()) {
                return name + ": " + choice(error.getMessage(), argument.type());
            }
            return name + error.getMessage().replaceFirst("^Invalid value for .*?(?=: )", "");
        }
        return error.getMessage();
    }

    /** What the parser says of a word that is none of a few. */
    private static String choice(String message, Class<?> type) {
        String typed = message.replaceFirst("(?s).* but was '(.*)'$", "$1");
        List<String> choices =
                Stream.of(type.getEnumConstants()).map(Object::toString).toList();
        return "there is no '%s';%s choose from %s"
                .formatted(typed, meant(typed, choices, ""), String.join(", ", choices));
    }

    private static String unmatched(String typed, CommandSpec command, List<String> commands) {
        boolean program = command.parent() == null;
        if (typed.startsWith("-")) {
            String name = typed.replaceFirst("=.*", "");
            List<String> options = command.options().stream()
                    .flatMap(option -> Stream.of(option.names()))
                    .filter(option -> option.startsWith("--"))
                    .map(option -> option.substring(2))
                    .toList();
            return "there is no option '%s';%s '%s --help' lists the options"
                    .formatted(name, meant(name.replaceFirst("^-+", ""), options, "--"), command.qualifiedName());
        }
        return program
                ? "there is no command '%s';%s the commands are %s"
                        .formatted(typed, meant(typed, commands, ""), String.join(", ", commands))
                : "'%s' is one word too many; quote what belongs together".formatted(typed);
    }

    private static String meant(String typed, Collection<String> names, String prefix) {
        Map<String, String> known = new LinkedHashMap<>();
        names.forEach(name -> known.put(name, name));
        return Catalog.of("name", known)
                .nearest(typed)
                .map(near -> " did you mean " + prefix + near + "?")
                .orElse("");
    }

    /** Numbers are read with a sentence that names the limit they break. */
    static void readNumbers(CommandLine line) {
        line.registerConverter(int.class, new Int()).registerConverter(Integer.class, new Int());
        line.registerConverter(long.class, new Whole()).registerConverter(Long.class, new Whole());
        line.registerConverter(double.class, new Real()).registerConverter(Double.class, new Real());
    }

    /** Reads an int; a class and no lambda, as are the others, so that JDK 17 can keep it for a faster start. */
    private record Int() implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String text) {
            return (int) whole(text, Integer.MAX_VALUE);
        }
    }

    /** Reads a long. */
    private record Whole() implements ITypeConverter<Long> {
        @Override
        public Long convert(String text) {
            return whole(text, Long.MAX_VALUE);
        }
    }

    /** Reads a double. */
    private record Real() implements ITypeConverter<Double> {
        @Override
        public Double convert(String text) {
            try {
                return Double.valueOf(text);
            } catch (NumberFormatException e) {
                throw new TypeConversionException("needs a number, found '%s'".formatted(text));
            }
        }
    }

    private static long whole(String text, long greatest) {
        if (!text.matches("[+-]?[0-9]{1,1000}")) {
            throw new TypeConversionException("needs a whole number, found '%s'".formatted(text));
        }
        BigInteger number = new BigInteger(text);
        BigInteger limit = BigInteger.valueOf(greatest);
        if (number.abs().compareTo(limit) > 0) {
            String side = number.signum() > 0 ? "at most " + limit : "at least " + limit.negate();
            throw new TypeConversionException("must be %s, found %s".formatted(side, text));
        }
        return number.longValue();
    }
}
