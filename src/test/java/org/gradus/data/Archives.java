package org.gradus.data;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Zip archives and arrays of NumPy put together by hand, sound or not. */
final class Archives {
    private Archives() {}

    static byte[] stored(String name, byte[] content) {
        return zip(ZipEntry.STORED, Map.of(name, content));
    }

    static byte[] deflated(String name, byte[] content) {
        return zip(ZipEntry.DEFLATED, Map.of(name, content));
    }

    static byte[] zip(int method, Map<String, byte[]> contents) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> content : contents.entrySet()) {
                CRC32 checksum = new CRC32();
                checksum.update(content.getValue());
                ZipEntry entry = new ZipEntry(content.getKey());
                entry.setMethod(method);
                entry.setSize(content.getValue().length);
                entry.setCrc(checksum.getValue());
                zip.putNextEntry(entry);
                zip.write(content.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** An array of NumPy with the given header and as many bytes of data, all 0. */
    static byte[] npy(int version, String header, int data) {
        byte[] text = header.getBytes(StandardCharsets.UTF_8);
        ByteBuffer file = ByteBuffer.allocate(8 + (version == 1 ? 2 : 4) + text.length + data)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', (byte) version, 0});
        if (version == 1) {
            file.putShort((short) text.length);
        } else {
            file.putInt(text.length);
        }
        return file.put(text).array();
    }

    /** The last place where a record of the archive starts, such as the directory's entry "PK\1\2". */
    static int last(byte[] archive, int kind, int next) {
        for (int at = archive.length - 4; at >= 0; at--) {
            if (archive[at] == 'P' && archive[at + 1] == 'K' && archive[at + 2] == kind && archive[at + 3] == next) {
                return at;
            }
        }
        throw new IllegalArgumentException("no record PK " + kind + " " + next);
    }

    /** A copy with some bytes overwritten by a number in little-endian order. */
    static byte[] patched(byte[] archive, int at, int length, long number) {
        byte[] patched = archive.clone();
        for (int i = 0; i < length; i++) {
            patched[at + i] = (byte) (number >> 8 * i);
        }
        return patched;
    }
}
