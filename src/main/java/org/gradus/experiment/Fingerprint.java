package org.gradus.experiment;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A short text that differs as soon as one bit of the numbers differs: the start of a SHA-256 hash of them. */
public final class Fingerprint {
    private static final int BYTES = 8;

    private final MessageDigest digest;

    /** A fingerprint of nothing yet. */
    public Fingerprint() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing, although every Java platform must have it", e);
        }
    }

    /**
     * {@return this, with a text added}
     *
     * @param text the text
     */
    public Fingerprint add(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, bytes.length));
        digest.update(bytes);
        return this;
    }

    /**
     * {@return this, with a whole number added}
     *
     * @param number the number
     */
    public Fingerprint add(long number) {
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(0, number));
        return this;
    }

    /**
     * {@return this, with a number added, to its last bit}
     *
     * @param number the number
     */
    public Fingerprint add(double number) {
        return add(Double.doubleToLongBits(number));
    }

    /** {@return the fingerprint of what was added, 16 hexadecimal digits; nothing is added after that} */
    public String hex() {
        return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
    }
}
