package io.nyala.data;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.UUID;

/**
 * Writes a file under a passing name beside it and puts it in place when it is whole, so that what
 * was there stays as it was if the writing fails. A link is followed; permissions are those of the
 * file replaced, or of any new file of this user.
 */
public final class WholeFile {

  /** Writes to a path. */
  @FunctionalInterface
  public interface Writer {
    /** Fills the file at this path. */
    void write(Path path) throws IOException;
  }

  private WholeFile() {}

  /**
   * Writes a file whole, or leaves what was there.
   *
   * @throws NoSuchFileException if its folder does not exist
   * @throws IOException if it cannot be written
   */
  public static void write(Path target, Writer writer) throws IOException {
    if (Files.exists(target) && !Files.isRegularFile(target)) {
      writer.write(target); // a pipe or a device has no name to move to; a folder says so itself
      return;
    }
    Path whole = Files.exists(target) ? target.toRealPath() : target.toAbsolutePath();
    if (!Files.isDirectory(whole.getParent())) {
      throw new NoSuchFileException(target.toString());
    }
    Path passing =
        whole.resolveSibling("." + whole.getFileName() + "." + UUID.randomUUID() + ".part");
    try {
      writer.write(Files.createFile(passing));
      keepPermissions(whole, passing);
      move(passing, whole);
    } finally {
      Files.deleteIfExists(passing);
    }
  }

  /**
   * Writes a text whole, in UTF-8, or leaves what was there.
   *
   * @throws IOException if it cannot be written
   */
  public static void write(Path target, CharSequence text) throws IOException {
    write(target, path -> Files.writeString(path, text));
  }

  private static void keepPermissions(Path old, Path fresh) throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(fresh, PosixFileAttributeView.class);
    if (view != null && Files.exists(old)) {
      view.setPermissions(Files.getPosixFilePermissions(old));
    }
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
