package io.nyala.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nyala.keras.KerasException;
import io.nyala.tensor.NDArray;
import io.nyala.tensor.Tensor;
import io.nyala.tensor.Tensors;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NpyTest {

  @TempDir private Path folder;

  private static Npz every() throws Exception {
    return new Npz(Path.of(NpyTest.class.getResource("/npy/every.npz").toURI()));
  }

  @Test
  void readsWhatNumPyWrote() throws Exception {
    try (Npz npz = every()) {
      assertEquals("array([[ 0.5, -1.5]], dtype=float32)", repr(npz, "f4"));
      assertEquals("array(2.5)", repr(npz, "f8"));
      assertEquals("array([0, 1, 2], dtype=int32)", repr(npz, "i4"));
      assertEquals("array([[0, 1, 2],\n       [3, 4, 5]])", repr(npz, "i8"));
      assertEquals("array([255], dtype=uint8)", repr(npz, "u1"));
      assertEquals("array([ True, False])", repr(npz, "b1"));
      assertEquals("array([-2], dtype=int32)", repr(npz, "i2"));
      assertEquals("array(['a', 'déf'], dtype='<U3')", repr(npz, "text"));
      assertEquals("array([[1, 2, 3],\n       [4, 5, 6]])", repr(npz, "columns"));
      assertEquals("array([1.5])", repr(npz, "big"));
      assertEquals("array([], shape=(0, 3), dtype=float64)", repr(npz, "empty"));
      assertEquals(List.of(List.of(1, 2, 300), List.of(70000)), npz.get("lists"));
    }
  }

  private static String repr(Npz npz, String name) {
    return ((NDArray) npz.get(name)).repr();
  }

  @Test
  void refusesWhatIsNotNumbers() throws Exception {
    try (Npz npz = every()) {
      assertThrows(KerasException.class, () -> npz.get("evil"));
      KerasException missing = assertThrows(KerasException.class, () -> npz.get("x"));
      assertTrue(missing.getMessage().contains("has no array 'x'. It has [f4, "));
    }
    assertThrows(KerasException.class, () -> new Npz(folder.resolve("none.npz")));
    assertThrows(IOException.class, () -> Npy.read(new ByteArrayInputStream(new byte[20])));
  }

  @Test
  void refusesAbsurdShapesAndTypes() {
    for (String shape : List.of("(9999999999,)", "(2147483647, 2147483647)", "(2000000000,)")) {
      for (String type : List.of("<f8", "<U999999999", "<U2147483647", "<U0", "|O", "<c8")) {
        String header = "{'descr': '%s', 'fortran_order': True, 'shape': %s, }";
        byte[] text = header.formatted(type, shape).getBytes(StandardCharsets.ISO_8859_1);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(
            new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, (byte) text.length, 0});
        file.writeBytes(text);
        file.writeBytes(new byte[8]);
        assertThrows(
            IOException.class, () -> Npy.read(new ByteArrayInputStream(file.toByteArray())));
      }
    }
  }

  @Test
  void writesWhatItReads() throws Exception {
    try (Npz npz = every()) {
      for (String name : List.of("f4", "f8", "i4", "i8", "u1", "b1", "text", "empty")) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Npy.write((Tensor) npz.get(name), out);
        Tensor back = (Tensor) Npy.read(new ByteArrayInputStream(out.toByteArray()));
        assertEquals(repr(npz, name), back.repr());
        byte[] cut = java.util.Arrays.copyOf(out.toByteArray(), out.size() - 1);
        if (back.elements() > 0) {
          assertThrows(IOException.class, () -> Npy.read(new ByteArrayInputStream(cut)));
        }
      }
    }
  }

  @Test
  void writesArchives() throws IOException {
    for (boolean compressed : new boolean[] {false, true}) {
      Path path = folder.resolve("a" + compressed + ".npz");
      Npz.write(path, Map.of("x", Tensors.of(List.of(1, 2))), compressed);
      try (Npz npz = new Npz(path)) {
        assertEquals(List.of("x"), npz.getFiles());
        assertEquals("array([1, 2], dtype=int32)", repr(npz, "x"));
      }
    }
  }
}
