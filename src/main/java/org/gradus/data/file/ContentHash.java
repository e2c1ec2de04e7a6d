package org.gradus.data.file;

import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * A SHA-256 of numbers and words, the same on every machine: numbers big-endian, words in UTF-8 with their lengths. The first 64 bits are
 * shown.
 */
public final class ContentHash {
    private static final int PIECE = 1024; // numbers at a time
    private static final int SHOWN = 8;

    private final MessageDigest digest;

    /** A hash of nothing so far. */
    public ContentHash() {
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /**
     * {@return this hash with a number added}
     *
     * @param number the number
     */
    public ContentHash add(int number) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(number).flip());
        return this;
    }

    /**
     * {@return this hash with some numbers, after how many they are added}
     *
     * @param numbers the numbers
     */
    public ContentHash add(int... numbers) {
        add(numbers.length);
        for (int number : numbers) {
            add(number);
        }
        return this;
    }

    /**
     * {@return this hash with some bytes added}
     *
     * @param bytes the bytes
     */
    public ContentHash add(byte... bytes) {
        digest.update(bytes);
        return this;
    }

    /**
     * {@return this hash with some numbers, bit for bit added}
     *
     * @param numbers the numbers
     */
    public ContentHash add(double... numbers) {
        ByteBuffer piece = ByteBuffer.allocate(Double.BYTES * PIECE);
        DoubleBuffer view = piece.asDoubleBuffer();
        for (int start = 0; start < numbers.length; start += PIECE) {
            int count = Math.min(PIECE, numbers.length - start);
            view.clear();
            view.put(numbers, start, count);
            digest.update(piece.array(), 0, Double.BYTES * count);
        }
        return this;
    }

    /**
     * {@return this hash with words with their lengths, so that no two lists are one text added}
     *
     * @param words the words
     */
    public ContentHash add(List<String> words) {
        add(words.size());
        for (String word : words) {
            byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
            add(bytes.length);
            add(bytes);
        }
        return this;
    }

    /** {@return the first 64 bits as 16 hexadecimal digits; the hash begins anew then} */
    public String hex() {
        return HexFormat.of().formatHex(digest.digest(), 0, SHOWN);
    }
}
