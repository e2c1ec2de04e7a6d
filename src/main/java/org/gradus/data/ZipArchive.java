package org.gradus.data;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The entries of a zip archive in memory, read from its directory, and refused if any two statements about them disagree.
 *
 * <p>{@code java.util.zip} is for archives one trusts: its stream takes an archive without its end for a whole one, its file allocates what
 * a directory claims. Here every length is held against the bytes that are there, and an entry is unpacked into nothing and its checksum
 * compared before memory for it is taken.
 *
 * <p>PKWARE, <a href="https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT">.ZIP File Format Specification</a>, without encryption,
 * several disks and the 64-bit extension, whose fields in front of an entry, as NumPy writes them, do no harm.
 */
final class ZipArchive {
    private static final int LOCAL = 0x04034b50;
    private static final int LOCAL_LENGTH = 30;
    private static final int DIRECTORY = 0x02014b50;
    private static final int DIRECTORY_LENGTH = 46;
    private static final int END = 0x06054b50;
    private static final int END_LENGTH = 22;
    private static final int LONGEST_COMMENT = 0xFFFF;

    private static final int ENCRYPTED = 1;
    private static final int STORED = 0;
    private static final int DEFLATED = 8;

    private static final long ALWAYS_FINE = 64L << 20;
    private static final int LARGEST_RATIO = 100;

    private final String file;
    private final ByteBuffer bytes;
    private final int directory; // where it starts; the entries lie before
    private final List<Entry> entries = new ArrayList<>();
    private final byte[] piece = new byte[8192];

    /** One file in the archive: its packed bytes start behind the local header at the offset. */
    record Entry(String name, int method, int checksum, long packed, long length, long offset, long start) {}

    /** Reads and checks the directory; the file's name is for messages. */
    ZipArchive(String file, byte[] archive) {
        this.file = file;
        this.bytes = TensorFile.littleEndian(ByteBuffer.wrap(archive));
        int end = end();
        long length = unsigned(end + 12);
        long start = unsigned(end + 16);
        int count = bytes.getShort(end + 10) & 0xFFFF;
        if (bytes.getInt(end + 4) != 0 || (bytes.getShort(end + 8) & 0xFFFF) != count || start + length != end) {
            throw wrong(
                    end,
                    "expected the directory in front of this, found %s entries in %s bytes at %s",
                    count,
                    length,
                    start);
        }
        this.directory = (int) start;
        readDirectory(end, count);
        checkDistinct();
        checkRatio();
    }

    List<Entry> entries() {
        return Collections.unmodifiableList(entries);
    }

    /** An entry as messages name it. */
    String place(Entry entry) {
        return file + ", entry " + TensorFile.quoted(entry.name());
    }

    private DataException wrong(long offset, String what, Object... arguments) {
        return new DataException("%s, byte %s: %s".formatted(file, offset, what.formatted(arguments)));
    }

    private long unsigned(int offset) {
        return bytes.getInt(offset) & 0xFFFFFFFFL;
    }

    /** Where the record at the end of the archive starts: behind it there is only a comment, of the length it says. */
    private int end() {
        int last = bytes.limit() - END_LENGTH;
        for (int at = last; at >= Math.max(0, last - LONGEST_COMMENT); at--) {
            if (bytes.getInt(at) == END && (bytes.getShort(at + 20) & 0xFFFF) == last - at) {
                return at;
            }
        }
        throw new DataException("%s: expected a zip archive, found no end of one in %s bytes; it may be cut off"
                .formatted(file, bytes.limit()));
    }

    private void readDirectory(int end, int count) {
        int at = directory;
        for (int i = 0; i < count; i++) {
            if (end - at < DIRECTORY_LENGTH || bytes.getInt(at) != DIRECTORY) {
                throw wrong(at, "expected entry %s of %s of the directory", i + 1, count);
            }
            int nameLength = bytes.getShort(at + 28) & 0xFFFF;
            int next = at
                    + DIRECTORY_LENGTH
                    + nameLength
                    + (bytes.getShort(at + 30) & 0xFFFF)
                    + (bytes.getShort(at + 32) & 0xFFFF);
            if (next > end) {
                throw wrong(
                        at, "expected an entry of the directory within %s bytes, found one of %s", end - at, next - at);
            }
            entries.add(entry(at, nameLength));
            at = next;
        }
        if (at != end) {
            throw wrong(at, "expected the end of the directory after %s entries, found %s bytes more", count, end - at);
        }
    }

    private Entry entry(int at, int nameLength) {
        String name = name(at + DIRECTORY_LENGTH, nameLength);
        int method = bytes.getShort(at + 10) & 0xFFFF;
        if ((bytes.getShort(at + 8) & ENCRYPTED) != 0) {
            throw wrong(at, "expected %s without encryption, found it encrypted", TensorFile.quoted(name));
        }
        if (method != STORED && method != DEFLATED) {
            throw wrong(
                    at,
                    "expected %s to be stored (0) or deflated (8), found method %s",
                    TensorFile.quoted(name),
                    method);
        }
        long packed = unsigned(at + 20);
        long length = unsigned(at + 24);
        if (method == STORED && packed != length) {
            throw wrong(
                    at,
                    "expected one length of %s, which is stored, found %s and %s",
                    TensorFile.quoted(name),
                    packed,
                    length);
        }
        int checksum = bytes.getInt(at + 16);
        long offset = unsigned(at + 42);
        return new Entry(name, method, checksum, packed, length, offset, start(name, offset, packed));
    }

    /** Where the packed bytes of an entry start: behind a local header with the same name, and inside the file. */
    private long start(String name, long offset, long packed) {
        if (directory - offset < LOCAL_LENGTH || bytes.getInt((int) offset) != LOCAL) {
            throw wrong(offset, "expected the start of %s", TensorFile.quoted(name));
        }
        int at = (int) offset;
        int localLength = bytes.getShort(at + 26) & 0xFFFF;
        long start = offset + LOCAL_LENGTH + localLength + (bytes.getShort(at + 28) & 0xFFFF);
        if (directory - start < packed) {
            throw wrong(
                    start,
                    "expected %s bytes of %s, found %s in front of the directory",
                    packed,
                    TensorFile.quoted(name),
                    Math.max(0, directory - start));
        }
        if (!name.equals(name(at + LOCAL_LENGTH, localLength))) {
            throw wrong(
                    offset,
                    "expected the start of %s, as the directory says, found another name",
                    TensorFile.quoted(name));
        }
        return start;
    }

    private String name(int offset, int length) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(bytes.slice(offset, length))
                    .toString();
        } catch (CharacterCodingException e) {
            throw wrong(offset, "expected a name in UTF-8");
        }
    }

    /** Refuses names that come twice, and entries inside each other, by which a small file unpacks to a huge one. */
    private void checkDistinct() {
        Set<String> names = new HashSet<>();
        long end = 0;
        List<Entry> byPlace =
                entries.stream().sorted(Comparator.comparingLong(Entry::offset)).toList();
        for (Entry entry : byPlace) {
            if (!names.add(entry.name())) {
                throw new DataException("%s: expected each name once, found a second".formatted(place(entry)));
            }
            if (entry.offset() < end) {
                throw wrong(
                        entry.offset(),
                        "expected the entry in front to end, found the start of %s in it",
                        TensorFile.quoted(entry.name()));
            }
            end = entry.start() + entry.packed();
        }
    }

    private void checkRatio() {
        long most = Math.max(ALWAYS_FINE, (long) LARGEST_RATIO * bytes.limit());
        long claimed = entries.stream().mapToLong(Entry::length).sum();
        if (claimed > Math.min(most, Integer.MAX_VALUE)) {
            throw new DataException(
                    "%s: expected an archive of %s bytes to unpack to at most %s, found %s; if it is sound, save it with np.savez"
                            .formatted(file, bytes.limit(), Math.min(most, Integer.MAX_VALUE), claimed));
        }
    }

    /** The unpacked bytes of an entry; one thread at a time, because they share the piece. */
    synchronized ByteBuffer content(Entry entry) {
        ByteBuffer packed = bytes.slice((int) entry.start(), (int) entry.packed());
        if (entry.method() == STORED) {
            CRC32 checksum = new CRC32();
            checksum.update(packed.duplicate());
            compare(entry, checksum);
            return packed;
        }
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(packed.duplicate());
            rehearse(entry, inflater);
            inflater.reset();
            inflater.setInput(packed);
            byte[] content = new byte[(int) entry.length()];
            inflater.inflate(content);
            return ByteBuffer.wrap(content);
        } catch (DataFormatException e) {
            throw new DataException("%s: expected deflated bytes, found damaged ones".formatted(place(entry)), e);
        } finally {
            inflater.end();
        }
    }

    /** Unpacks an entry piece by piece, keeps nothing, and refuses it unless length and checksum are those of the directory. */
    private void rehearse(Entry entry, Inflater inflater) throws DataFormatException {
        CRC32 checksum = new CRC32();
        int count;
        do {
            count = inflater.inflate(piece);
            checksum.update(piece, 0, count);
        } while (count > 0 && inflater.getBytesWritten() <= entry.length());
        if (!inflater.finished()
                || inflater.getBytesWritten() != entry.length()
                || inflater.getBytesRead() != entry.packed()) {
            throw new DataException("%s: expected %s bytes that unpack to %s, found %s that unpack to %s%s"
                    .formatted(
                            place(entry),
                            entry.packed(),
                            entry.length(),
                            inflater.getBytesRead(),
                            inflater.getBytesWritten(),
                            inflater.finished() ? "" : " or more"));
        }
        compare(entry, checksum);
    }

    private void compare(Entry entry, CRC32 found) {
        if ((int) found.getValue() != entry.checksum()) {
            throw new DataException("%s: expected the checksum %s, found %s; the bytes are damaged"
                    .formatted(
                            place(entry),
                            HexFormat.of().toHexDigits(entry.checksum()),
                            HexFormat.of().toHexDigits((int) found.getValue())));
        }
    }
}
