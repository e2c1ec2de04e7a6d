package org.gradus.data;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Random damage to files: what disks, networks and attackers do to them. */
final class Damage {
    private static final List<Long> LENGTHS = words(
                    "0 1 -1 7 8 9 255 256 65535 65536 100000000 0x10000001 0x7FFFFFFF 0x80000000 "
                            + "0xFFFFFFFF 0x20000000000001 0x2000000000000000 0x7FFFFFFFFFFFFFFF -0x8000000000000000")
            .map(Long::decode)
            .toList();

    private static final List<String> WORDS = Stream.concat(
                    Stream.of("", " ", "\0", "\n", "(2, 3)"),
                    words(
                            "0 1 -1 8 16 01 1.0 1e3 2147483647 2147483648 4294967296 9223372036854775807 99999999999999999999 null true "
                                    + "True False NaN { } [ ] ( ) , : \"F64\" \"F32\" \"BF16\" \"I64\" \"U8\" \"BOOL\" \"F8_E4M3\" \"dtype\" \"shape\" \"data_offsets\" "
                                    + "\"__metadata__\" \"\" \"\\ud800\" \"\\u0000\" \"x\\u202ey\" {\"a\":{}} [[[[[[[[[[ '<f8' '<f4' '<f2' "
                                    + "'<i8' '>f8' '|O' '|u1' '|b1' '>i2' '<u8' 'descr' 'shape' () (2,) L"))
            .toList();

    private static final Pattern TOKEN = Pattern.compile("\"[^\"]*\"|'[^']*'|\\w+|\\s+|.");

    private static final char NUMBER = '0';

    private final SplittableRandom random;

    Damage(SplittableRandom random) {
        this.random = random;
    }

    private static Stream<String> words(String text) {
        return Arrays.stream(text.split(" "));
    }

    <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    boolean chance(int oneIn) {
        return random.nextInt(oneIn) == 0;
    }

    int between(int start, int end) {
        return random.nextInt(start, end);
    }

    /** The file with one to four changes that know nothing of its format. */
    byte[] bytes(byte[] file, byte[] other) {
        byte[] damaged = file;
        for (int i = random.nextInt(4); i >= 0; i--) {
            damaged = damaged.length == 0 ? other : once(damaged, other);
        }
        return damaged;
    }

    private byte[] once(byte[] file, byte[] other) {
        int from = random.nextInt(file.length);
        int to = Math.min(file.length, from + 1 + random.nextInt(chance(4) ? file.length : 16));
        return switch (random.nextInt(8)) {
            case 0 -> flipped(file, from);
            case 1 -> joined(file, from, file, to); // a stretch is missing
            case 2 -> joined(file, to, file, from); // a stretch comes twice
            case 3 -> joined(file, from, other, Math.min(from, other.length));
            case 4 -> Arrays.copyOf(file, from);
            case 5 -> inserted(file, from, noise(), from);
            case 6 -> lengthField(file, from);
            default -> inserted(file, from, oneOf(WORDS).getBytes(StandardCharsets.UTF_8), to);
        };
    }

    private byte[] flipped(byte[] file, int at) {
        byte[] damaged = file.clone();
        damaged[at] ^= (byte) (1 << random.nextInt(8));
        return damaged;
    }

    private byte[] noise() {
        byte[] noise = new byte[1 + random.nextInt(32)];
        random.nextBytes(noise);
        return noise;
    }

    /** A number of 2, 4 or 8 bytes, most often near the start or the end, where formats keep their lengths. */
    private byte[] lengthField(byte[] file, int anywhere) {
        return switch (random.nextInt(3)) {
            case 0 -> number(file, random.nextInt(Math.min(file.length, 64)));
            case 1 -> number(file, file.length - 1 - random.nextInt(Math.min(file.length, 128)));
            default -> number(file, anywhere);
        };
    }

    /** The file with another number of 2, 4 or 8 bytes at a place, often one of about the file's length. */
    byte[] number(byte[] file, int at) {
        int length = Math.min(file.length - at, 2 << random.nextInt(3));
        long number = chance(3) ? file.length - random.nextInt(64) : oneOf(LENGTHS);
        return Archives.patched(file, at, length, number);
    }

    /** The text with another number in one place, or with one to four tokens replaced, removed, repeated or exchanged. */
    String text(String text) {
        List<String> tokens = new ArrayList<>(
                TOKEN.matcher(text).results().map(MatchResult::group).toList());
        int[] numbers = IntStream.range(0, tokens.size())
                .filter(i -> kind(tokens.get(i)) == NUMBER)
                .toArray();
        if (chance(3) && numbers.length > 0) {
            tokens.set(numbers[random.nextInt(numbers.length)], oneOf(likeWords("0")));
        } else {
            for (int i = random.nextInt(4); i >= 0 && !tokens.isEmpty(); i--) {
                edit(tokens);
            }
        }
        return String.join("", tokens);
    }

    private void edit(List<String> tokens) {
        int at = random.nextInt(tokens.size());
        int to = Math.min(tokens.size(), at + 1 + random.nextInt(24));
        switch (random.nextInt(8)) {
            case 0, 1, 2 -> tokens.set(at, oneOf(likeWords(tokens.get(at))));
            case 3 -> tokens.set(at, oneOf(WORDS));
            case 4 -> tokens.remove(at);
            case 5 -> tokens.addAll(to, List.copyOf(tokens.subList(at, to)));
            case 6 -> tokens.set(at, tokens.set(random.nextInt(tokens.size()), tokens.get(at)));
            default -> tokens.add(at, oneOf(WORDS).repeat(1 + random.nextInt(300)));
        }
    }

    /** Words of the same kind: a number for a number, a string for a string. */
    private static List<String> likeWords(String token) {
        return WORDS.stream().filter(word -> kind(word) == kind(token)).toList();
    }

    private static char kind(String word) {
        char first = word.isEmpty() ? ' ' : word.charAt(0);
        return Character.isDigit(first) ? NUMBER : first == '"' || first == '\'' ? first : ' ';
    }

    /** The start of a file up to a place, something new, and the same file from another place on. */
    private static byte[] inserted(byte[] file, int to, byte[] middle, int from) {
        return joined(joined(file, to, middle, 0), to + middle.length, file, from);
    }

    /** The start of a file up to a place, and another file from a place on. */
    private static byte[] joined(byte[] first, int to, byte[] second, int from) {
        byte[] joined = Arrays.copyOf(first, to + second.length - from);
        System.arraycopy(second, from, joined, to, second.length - from);
        return joined;
    }
}
