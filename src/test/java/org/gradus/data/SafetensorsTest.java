package org.gradus.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.gradus.tensor.Parameter;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;
import org.gradus.testing.InEveryLocale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@InEveryLocale
class SafetensorsTest {
    private static final Map<String, String> NOTES = notes();

    @TempDir
    private Path folder;

    private static Map<String, String> notes() {
        Map<String, String> notes = new LinkedHashMap<>();
        notes.put("epochs", "10");
        notes.put("größe", "a \"b\" \\ \n");
        return notes;
    }

    /** A file with the given header, in which ' stands for ", and as many bytes of data, all 0. */
    static byte[] file(String json, int data) {
        byte[] header = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(8 + header.length + data)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(header.length)
                .put(header)
                .array();
    }

    /** A file, with all its tensors. */
    private static Safetensors read(byte[] file) {
        Safetensors content = Safetensors.decode("x.safetensors", file);
        return new Safetensors(new LinkedHashMap<>(content.tensors()), content.metadata());
    }

    @Test
    void whatIsWrittenIsReadBitForBit() {
        Path file = folder.resolve("model.safetensors");
        Safetensors.write(file, ReferenceFiles.doubles(), NOTES);
        Safetensors read = Safetensors.read(file);
        assertThat(Bits.of(read.tensors())).isEqualTo(Bits.of(ReferenceFiles.doubles()));
        assertThat(read.metadata()).isEqualTo(NOTES);
        assertThat(read.metadata().keySet()).containsExactlyElementsOf(NOTES.keySet());
    }

    @Test
    void theBytesAreThoseOfTheFormat() {
        assertThat(Safetensors.encode(ReferenceFiles.doubles(), NOTES))
                .isEqualTo(ReferenceFiles.bytes("doubles.safetensors"));
    }

    @Test
    void readsWhatOthersWrite() {
        Safetensors doubles = read(ReferenceFiles.bytes("doubles.safetensors"));
        assertThat(Bits.of(doubles.tensors())).isEqualTo(Bits.of(ReferenceFiles.doubles()));
        Map<String, Tensor> types = new LinkedHashMap<>();
        types.put("bf16", Tensor.of(1, -3.140625, Double.NaN));
        types.put("f16", Tensor.of(new double[][] {{0.0999755859375, -0.0}, {65504, 0x1p-24}}));
        types.put("f32", Tensor.of(0.1f, -Float.MIN_VALUE));
        types.put("i64", Tensor.of(0x1p53, -0x1p53));
        types.put("i32", Tensor.of(Integer.MAX_VALUE, Integer.MIN_VALUE));
        assertThat(Bits.of(read(ReferenceFiles.bytes("types.safetensors")).tensors()))
                .isEqualTo(Bits.of(types));
    }

    @Test
    void readsWholeNumbersAndTruthValues() {
        Map<String, Tensor> types = new LinkedHashMap<>();
        types.put("i16", Tensor.of(-32768, 32767));
        types.put("i8", Tensor.of(-128, 127));
        types.put("u64", Tensor.of(0x1p53, 0));
        types.put("u32", Tensor.of(4294967295.0));
        types.put("u16", Tensor.of(65535));
        types.put("u8", Tensor.of(new double[][] {{0, 1}, {128, 255}}));
        types.put("bool", Tensor.of(1, 0, 1));
        assertThat(Bits.of(read(ReferenceFiles.bytes("more-types.safetensors")).tensors()))
                .isEqualTo(Bits.of(types));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "f8      | , dtype: expected one of [F64,",
                "inexact | : element 1 is 9007199254740993; expected whole numbers within ±2^53",
                "maybe   | : element 1 is byte 2; expected 0 or 1, which are false and true"
            })
    void whatIsNotReadSpoilsOnlyItself(String name, String message) {
        Safetensors read = Safetensors.decode("x", ReferenceFiles.bytes("other-types.safetensors"));
        assertThat(read).hasToString("4 tensors [good, f8, inexact, maybe] and 0 notes []");
        assertThatThrownBy(() -> read.tensors().get(name))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith("x, tensor '" + name + "'" + message);
        assertThat(read.tensors().get("good").item()).isEqualTo(1.5);
    }

    @Test
    void theDataMayLieInAnotherOrderThanTheHeader() {
        byte[] file = file(
                "{'b':{'data_offsets':[8,16],'dtype':'F64','shape':[1]},'e':{'dtype':'F64','shape':[9,0],"
                        + "'data_offsets':[8,8]},'a':{'dtype':'F64','shape':[],'data_offsets':[0,8]}}  ",
                16);
        file[file.length - 1] = 0x40; // the highest byte of 2.0
        Map<String, Tensor> tensors = read(file).tensors();
        assertThat(tensors.keySet()).containsExactly("b", "e", "a");
        assertThat(tensors.get("b").item()).isEqualTo(2);
        assertThat(tensors.get("a").item()).isEqualTo(0);
        assertThat(tensors.get("e").shape()).isEqualTo(Shape.of(9, 0));
    }

    @Test
    void noTensorsAreAFileToo() {
        assertThat(Safetensors.encode(Map.of(), Map.of())).isEqualTo(file("{}      ", 0));
        assertThat(read(file("{}", 0))).isEqualTo(new Safetensors(Map.of(), Map.of()));
    }

    @Test
    void theGraphIsNotSavedAndTheMapsCannotBeChanged() {
        Tensor recorded = new Parameter("w", Tensor.of(1, 2)).value().mul(3);
        Map<String, Tensor> read = Safetensors.decode("x", Safetensors.encode(Map.of("w", recorded), Map.of()))
                .tensors();
        assertThat(read.get("w").detach()).isSameAs(read.get("w"));
        assertThat(read.get("w").toArray()).containsExactly(3, 6);
        assertThatThrownBy(read::clear).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void namesThatCannotBeWrittenAreRefused() {
        assertThatThrownBy(() -> Safetensors.encode(Map.of("__metadata__", Tensor.of(1)), Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "safetensors: a tensor cannot be named __metadata__, the key of the metadata; choose another name");
        assertThatThrownBy(() -> Safetensors.encode(Map.of(), Map.of("a", "b\ud800")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("safetensors: 'b?' has half a surrogate pair, which is no text; choose other words");
    }

    @Test
    void aTensorHasAtMost64Axes() {
        int[] ones = new int[65];
        Arrays.fill(ones, 1);
        assertThatThrownBy(() -> Safetensors.encode(Map.of("a", Tensor.of(Shape.of(ones), 1)), Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a tensor of 65 axes cannot be saved: other programs read at most 64; reshape it");
        String json = "{'a':{'dtype':'F64','shape':[" + "1,".repeat(63) + "1],'data_offsets':[0,8]}}";
        assertThat(read(file(json, 8)).tensors().get("a").shape().rank()).isEqualTo(64);
        assertRefused(
                file(json.replace("[1,", "[1,1,"), 8), ", tensor 'a', shape: expected at most 64 numbers, found more");
    }

    @Test
    void filesThatAreNotThereAreReported() throws IOException {
        Path missing = folder.resolve("none/x.safetensors");
        assertThatThrownBy(() -> Safetensors.read(missing))
                .isInstanceOf(DataException.class)
                .hasMessage(missing + " cannot be read: there is no such file");
        assertThatThrownBy(() -> Safetensors.write(missing, Map.of(), Map.of()))
                .isInstanceOf(DataException.class)
                .hasMessage(
                        missing + " cannot be written: there is no folder " + missing.getParent() + "; make it first");
        Path taken = Files.createDirectories(folder.resolve("taken/below")).getParent();
        assertThatThrownBy(() -> Safetensors.read(taken))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith(taken + " cannot be read: ");
        assertThatThrownBy(() -> Safetensors.write(taken, Map.of(), Map.of()))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith(taken + " cannot be written: ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0                    | , byte 8: expected a header that starts with '{', found none",
                "1                    | , byte 8: expected a header that starts with '{', found byte 32",
                "25                   | , byte 0: expected a header of 25 bytes, found only 24 bytes after its length",
                "100000000            | , byte 0: expected a header of 100000000 bytes, found only 24 bytes after its length",
                "100000001            | , byte 0: expected a header of at most 100000000 bytes, found the length 100000001",
                "-1                   | , byte 0: expected a header of at most 100000000 bytes, found the length 18446744073709551615",
                "-9223372036854775808 | , byte 0: expected a header of at most 100000000 bytes, found the length 9223372036854775808"
            })
    void lengthsOfTheHeaderThatLieAreRefused(long length, String message) {
        byte[] file = Arrays.copyOf(file(" ", 23), 32);
        ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putLong(length);
        assertRefused(file, message);
    }

    @Test
    void filesThatAreCutOffAreRefused() {
        assertRefused(new byte[0], ": expected 8 bytes with the length of the header, found 0 bytes in all");
        assertRefused(new byte[7], ": expected 8 bytes with the length of the header, found 7 bytes in all");
        byte[] file = Safetensors.encode(ReferenceFiles.doubles(), NOTES);
        for (int length = 0; length < file.length; length++) {
            byte[] cutOff = Arrays.copyOf(file, length);
            assertThatThrownBy(() -> read(cutOff)).isInstanceOf(DataException.class);
        }
        assertRefused(
                Arrays.copyOf(file, file.length + 1), ": expected 120 bytes of tensors behind the header, found 121");
    }

    @Test
    void bytesThatAreNotTextAreRefused() {
        byte[] file = file("{'aaaa':{'dtype':'F64','shape':[1],'data_offsets':[0,8]}}", 8);
        file[11] = (byte) 0xFF;
        assertRefused(file, ", byte 11: expected a header in UTF-8, found byte 255");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'a':{'dtype':'F64','shape':[1],'data_offsets':[0,8]}   | , header: expected JSON, found damage near '$.a'",
                "{'a':{'dtype':'F64','shape':[1],'data_offsets':[0,8]}}x | , header: expected JSON, found damage near '$'",
                "{'a':{'dtype':'F64','shape':[01],'data_offsets':[0,8]}} | , header: expected JSON, found damage near '$.a.shape[0]'",
                "{'a':{'dtype':F64,'shape':[1],'data_offsets':[0,8]}}    | , header: expected JSON, found damage near '$.a.dtype'",
                "{'a':{'dtype':'F64','shape':[1],'data_offsets':[0,8],}} | , header: expected JSON, found damage near '$.a.data_offsets'",
                "{'a':[[[[[[[[]]]]]]]]}                                  | , tensor 'a': expected an object, found an array",
                "{'a':null}                                              | , tensor 'a': expected an object, found null",
                "{'a':{'dtype':8,'shape':[1],'data_offsets':[0,8]}}      | , tensor 'a', dtype: expected a string, found a number",
                "{'a':{'dtype':'F64','shape':1,'data_offsets':[0,8]}}    | , tensor 'a', shape: expected an array, found a number",
                "{'a':{'dtype':'F64','shape':[[1]],'data_offsets':[0,8]}}| , tensor 'a', shape: expected a number, found an array",
                "{'a':{'dtype':'F64','shape':['1'],'data_offsets':[0,8]}}| , tensor 'a', shape: expected a number, found a string",
                "{'a':{'dtype':'F64','shape':[true],'data_offsets':[0,8]}}| , tensor 'a', shape: expected a number, found true or false",
                "{'a':{'dtype':'F64','shape':[1.0],'data_offsets':[0,8]}}"
                        + "| , tensor 'a', shape: expected whole numbers from 0 to 10^18 - 1, found '1.0'",
                "{'a':{'dtype':'F64','shape':[-1],'data_offsets':[0,8]}}"
                        + "| , tensor 'a', shape: expected whole numbers from 0 to 10^18 - 1, found '-1'",
                "{'a':{'dtype':'F64','shape':[1],'data_offsets':[0,9223372036854775808]}}"
                        + "| , tensor 'a', data_offsets: expected whole numbers from 0 to 10^18 - 1, found '9223372036854775808'",
                "{'a':{'dtype':'F64','shape':[1],'data_offsets':[0,8,9]}}| , tensor 'a', data_offsets: expected at most 2 numbers, found more",
                "{'a':{'dtype':'F64','shape':[1],'data_offsets':[0]}}    | , tensor 'a', data_offsets: expected 2 numbers, found 1",
                "{'a':{'dtype':'F64','shape':[1]}}"
                        + "| , tensor 'a': expected the keys dtype, shape and data_offsets, found only [dtype, shape]",
                "{'a':{'strides':[1]}}| , tensor 'a': expected the keys dtype, shape and data_offsets, found 'strides'",
                "{'a':{'dtype':'F64','dtype':'F32','shape':[1],'data_offsets':[0,8]}}"
                        + "| , tensor 'a': expected each key once, found a second 'dtype'",
                "{'a':{'dtype':'F64','shape':[1],'data_offsets':[0,8]},'a':{}}"
                        + "| , header: expected each key once, found a second 'a'",
                "{'__metadata__':{},'__metadata__':{}} | , header: expected each key once, found a second '__metadata__'",
                "{'__metadata__':{'a':'b','a':'b'}}    | , __metadata__: expected each key once, found a second 'a'",
                "{'__metadata__':{'a':1}}              | , __metadata__: expected a string, found a number",
                "{'__metadata__':[]}                   | , __metadata__: expected an object, found an array",
                "{'\\ud800':1}    | , header: expected JSON, found damage near '$.'",
                "{'a\\udc00b':1} | , header: expected JSON, found damage near '$.'",
                "{'a':{'dtype':'C64','shape':[1],'data_offsets':[0,8]}}"
                        + "| , tensor 'a', dtype: expected one of [F64, F32, F16, BF16, I64, I32, I16, I8, U64, U32, U16, U8, BOOL], found 'C64'"
            })
    void headersOfAnotherFormAreRefused(String json, String message) {
        assertRefused(file(json, 8), message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[2]      | [0,17] | [0,0]   | , tensor 'a', data_offsets: expected a begin and an end within 16 bytes, found 0 and 17",
                "[1]      | [9,1]  | [0,0]   | , tensor 'a', data_offsets: expected a begin and an end within 16 bytes, found 9 and 1",
                "[1]      | [0,9]  | [9,16]  | , tensor 'a', data_offsets: expected 8 bytes for F64 of shape (1), found 9",
                "[]       | [0,16] | [0,0]   | , tensor 'a', data_offsets: expected 8 bytes for F64 of shape (), found 16",
                "[1]      | [0,8]  | [0,8]   | , tensor 'b', data_offsets: expected to begin at 8, where the tensor before ends, found 0",
                "[1]      | [0,8]  | [4,12]  | , tensor 'b', data_offsets: expected to begin at 8, where the tensor before ends, found 4",
                "[1]      | [8,16] | [8,16]  | , tensor 'a', data_offsets: expected to begin at 0, where the tensor before ends, found 8",
                "[0]      | [0,0]  | [8,16]  | , tensor 'b', data_offsets: expected to begin at 0, where the tensor before ends, found 8",
                "[0]      | [0,0]  | [0,8]   | : expected 8 bytes of tensors behind the header, found 16",
                "[65536,65536,65536,65536] | [0,0] | [0,0]"
                        + "| , tensor 'a': expected a shape of at most 2^31 - 1 elements, found [65536, 65536, 65536, 65536]",
                "[4294967297] | [0,8] | [8,16] | , tensor 'a': expected a shape of at most 2^31 - 1 elements, found [4294967297]",
                "[268435456] | [0,8] | [8,16] | , tensor 'a', data_offsets: expected 2147483648 bytes for F64 of shape (268435456), found 8"
            })
    void placesThatLieAreRefused(String shape, String first, String second, String message) {
        String json =
                "{'a':{'dtype':'F64','shape':%s,'data_offsets':%s},'b':{'dtype':'F64','shape':[1],'data_offsets':%s}}"
                        .formatted(shape, first, second);
        assertRefused(file(json, 16), message);
    }

    /** How long a number of a type that is not known is, nobody can say; that it lies where no other does, everybody. */
    @Test
    void placesOfTypesThatAreNotReadAreCheckedToo() {
        String json = "{'a':{'dtype':'C64','shape':[1],'data_offsets':[0,9]},"
                + "'b':{'dtype':'F64','shape':[1],'data_offsets':[8,16]}}";
        assertThatThrownBy(() -> Safetensors.decode("x", file(json, 16)))
                .isInstanceOf(DataException.class)
                .hasMessage(
                        "x, tensor 'b', data_offsets: expected to begin at 9, where the tensor before ends, found 8");
    }

    @ParameterizedTest
    @ValueSource(longs = {(1L << 53) + 1, -(1L << 53) - 1, Long.MIN_VALUE, Long.MAX_VALUE})
    void wholeNumbersThatMayBeNoDoublesAreRefused(long number) {
        byte[] file = file("{'a':{'dtype':'I64','shape':[2],'data_offsets':[0,16]}}", 16);
        ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putLong(file.length - 8, number);
        assertRefused(
                file,
                ", tensor 'a': element 1 is " + number
                        + "; expected whole numbers within ±2^53, which are exact as doubles");
    }

    /** Processors differ in what they make of the payload of a NaN that becomes longer. */
    @Test
    void notANumberOfAShorterTypeIsTheOneOfJava() {
        byte[] file = file(
                "{'f':{'dtype':'F32','shape':[1],'data_offsets':[0,4]},'b':{'dtype':'BF16','shape':[1],'data_offsets':[4,6]},"
                        + "'h':{'dtype':'F16','shape':[1],'data_offsets':[6,8]}}",
                8);
        ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putLong(file.length - 8, 0xFE01_FFC1_FFC0_0001L);
        assertThat(Bits.of(read(file).tensors()))
                .allSatisfy(bits -> assertThat(bits.elements()).containsExactly(0x7FF8_0000_0000_0000L));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{'a':"})
    void deepNestingIsRefusedWithoutFollowingIt(String opening) {
        assertThatThrownBy(() -> read(file("{'a':" + opening.repeat(1_000_000), 0)))
                .isInstanceOf(DataException.class);
    }

    @Test
    void longAndGarblingNamesAreShortenedInMessages() {
        String name = "\\n\\u202e" + "x".repeat(1000);
        assertRefused(
                file("{'" + name + "':1}", 0),
                ", tensor '??" + "x".repeat(58) + "…': expected an object, found a number");
    }

    private static void assertRefused(byte[] file, String message) {
        assertThatThrownBy(() -> read(file)).isInstanceOf(DataException.class).hasMessage("x.safetensors" + message);
    }
}
