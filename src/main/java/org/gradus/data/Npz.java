package org.gradus.data;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.gradus.tensor.Tensor;

/**
 * Tensors by name in NumPy's {@code .npz} files: {@code np.load(file)["w"]} there is {@code Npz.read(file).get("w")} here.
 *
 * <p>Such a file is a zip archive with an array {@code name.npy} for each tensor. Written are doubles ({@code <f8}), bit for bit, row-major,
 * uncompressed as {@code np.savez} does, with a fixed time stamp: equal tensors give equal files. Read is what {@code np.savez} and
 * {@code np.savez_compressed} write, row- or column-major, with the low or the high byte first, of floats ({@code f8}, {@code f4},
 * {@code f2}), whole numbers with and without sign ({@code i8}, {@code u8} within ±2⁵³, and shorter ones) and truth values ({@code b1},
 * which become 0 and 1), all exact as doubles; the file may have up to 2 GB. An archive that would unpack to more than 64 MiB <em>and</em>
 * to more than 100 times its own size is refused as a zip bomb.
 */
public final class Npz {
    private static final String SUFFIX = ".npy";
    private static final int LONGEST_NAME = 65_000; // in bytes; a zip archive has 16 bits for it and what is beside it
    private static final int MOST_ENTRIES = 0xFFFE;
    private static final int ENTRY_OVERHEAD = 200; // at most, beside two names

    /** Not the first of January, as NumPy's: Java adds a second stamp, which depends on the time zone, to that one. */
    private static final LocalDateTime TIME_STAMP = LocalDateTime.of(1980, 2, 1, 0, 0);

    private Npz() {}

    /**
     * Writes a file, replacing an older one in one step.
     *
     * @param file where to
     * @param tensors the tensors by name; a name may contain '/', but is no absolute path and has no part '..'
     * @throws IllegalArgumentException if a name or a tensor cannot be written, or all is too much for one file
     * @throws DataException if the file cannot be written; an older one is then as it was
     */
    public static void write(Path file, Map<String, Tensor> tensors) {
        TensorFile.write(file, encode(tensors));
    }

    /**
     * {@return the tensors of a file by name, in the file's order, constants}
     *
     * <p>The map unpacks and decodes a tensor when it is first asked for: it then throws a {@link DataException} if that one is damaged or
     * of a type that is not read, whatever the others are.
     *
     * @param file where from
     * @throws DataException if it cannot be read, its directory is damaged, or holds something else than arrays
     */
    public static Map<String, Tensor> read(Path file) {
        return decode(file.toString(), TensorFile.read(file));
    }

    static byte[] encode(Map<String, Tensor> tensors) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(checkedLength(tensors));
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, Tensor> tensor : tensors.entrySet()) {
                byte[] array = Npy.encode(tensor.getValue());
                zip.putNextEntry(entry(tensor.getKey(), array));
                zip.write(array);
            }
        } catch (IOException e) { // which a ByteArrayOutputStream never throws
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** About how many bytes an archive takes, at most. */
    private static int checkedLength(Map<String, Tensor> tensors) {
        if (tensors.size() > MOST_ENTRIES) {
            throw new IllegalArgumentException("npz: %s tensors are too many for one file, which can have %s"
                    .formatted(tensors.size(), MOST_ENTRIES));
        }
        long length = 0;
        for (Map.Entry<String, Tensor> tensor : tensors.entrySet()) {
            String name = tensor.getKey();
            int nameLength = name.getBytes(StandardCharsets.UTF_8).length;
            if (!isRelative(name) || !TensorFile.isText(name) || nameLength > LONGEST_NAME) {
                throw new IllegalArgumentException(
                        "npz: %s cannot be the name of a tensor; choose a relative path such as 'layer/weight'"
                                .formatted(TensorFile.quoted(name)));
            }
            length += Npy.length(tensor.getValue()) + 2L * nameLength + ENTRY_OVERHEAD;
        }
        return TensorFile.checkedLength(length);
    }

    private static ZipEntry entry(String name, byte[] array) {
        CRC32 checksum = new CRC32();
        checksum.update(array);
        ZipEntry entry = new ZipEntry(name + SUFFIX);
        entry.setTimeLocal(TIME_STAMP);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(array.length);
        entry.setCrc(checksum.getValue());
        return entry;
    }

    /** Whether a tool that unpacks the archive would put the entry into the folder it was told, and nowhere else. */
    private static boolean isRelative(String name) {
        return !name.isEmpty()
                && !name.startsWith("/")
                && !name.matches("[A-Za-z]:.*")
                && name.chars().noneMatch(c -> c == '\\' || Character.isISOControl(c))
                && !List.of(name.split("/")).contains("..");
    }

    static Map<String, Tensor> decode(String file, byte[] bytes) {
        Map<String, Supplier<Tensor>> tensors = new LinkedHashMap<>();
        arrays(file, bytes)
                .forEach((name, array) -> tensors.put(name, () -> array.get().tensor()));
        return new TensorsOnDemand(tensors);
    }

    /** The arrays of a file by name, each unpacked when it is asked for. */
    static Map<String, Supplier<Npy.Array>> arrays(String file, byte[] bytes) {
        ZipArchive archive = new ZipArchive(file, bytes);
        Map<String, Supplier<Npy.Array>> arrays = new LinkedHashMap<>();
        for (ZipArchive.Entry entry : archive.entries()) {
            String place = archive.place(entry);
            if (!entry.name().endsWith(SUFFIX)) {
                throw new DataException("%s: expected a name that ends in .npy".formatted(place));
            }
            String name = entry.name().substring(0, entry.name().length() - SUFFIX.length());
            if (!isRelative(name)) {
                throw new DataException("%s: expected a relative path without '..' or '\\' as a name".formatted(place));
            }
            arrays.put(name, () -> Npy.parse(place, archive.content(entry)));
        }
        return arrays;
    }
}
