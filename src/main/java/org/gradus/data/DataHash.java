package org.gradus.data;

import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** A SHA-256 of numbers and words, big-endian, of which the first 64 bits are shown. */
final class DataHash {
    private static final int PIECE = 1024; // numbers at a time
    private static final int SHOWN = 8;

    private final MessageDigest digest;

    DataHash() {
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    DataHash add(int number) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(number).flip());
        return this;
    }

    DataHash add(int... numbers) {
        add(numbers.length);
        for (int number : numbers) {
            add(number);
        }
        return this;
    }

    DataHash add(byte... bytes) {
        digest.update(bytes);
        return this;
    }

    DataHash add(double... numbers) {
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

    /** Words with their lengths, so that no two lists are one text. */
    DataHash add(List<String> words) {
        add(words.size());
        for (String word : words) {
            byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
            add(bytes.length);
            add(bytes);
        }
        return this;
    }

    String hex() {
        return HexFormat.of().formatHex(digest.digest(), 0, SHOWN);
    }
}
