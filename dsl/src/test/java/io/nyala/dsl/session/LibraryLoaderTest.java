package io.nyala.dsl.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LibraryLoaderTest {
  private final List<String> asked = new ArrayList<>();

  private final class Witness extends ClassLoader {
    Witness() {
      super(null);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      asked.add(name);
      throw new ClassNotFoundException(name);
    }
  }

  @Test
  void asksNobodyForNamesMadeOfCells() {
    LibraryLoader loader = new LibraryLoader(new Witness());
    List<String> names =
        List.of("Cell_7BeanInfo", "Cell_12$_run_closure1Customizer", "Cell_", "Cell_x", "CellBox");
    for (String name : names) {
      assertThrows(ClassNotFoundException.class, () -> loader.loadClass(name));
    }
    assertEquals(names.subList(2, 5), asked);
  }
}
