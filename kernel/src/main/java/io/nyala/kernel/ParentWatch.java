package io.nyala.kernel;

import io.nyala.kernel.wire.Log;
import java.util.Optional;

/** Ends the kernel with the process that started it, so that a crash there leaves none behind. */
final class ParentWatch {

  private ParentWatch() {}

  /**
   * @param parentPid the process to watch, as {@code JPY_PARENT_PID} names it; null for none. On
   *     Windows that is a handle, which we cannot follow.
   */
  static void stopWithParent(String parentPid, Runnable stop) {
    if (parentPid == null || System.getProperty("os.name").startsWith("Windows")) {
      return;
    }
    try {
      long pid = Long.parseLong(parentPid.strip());
      Optional<ProcessHandle> parent = ProcessHandle.of(pid);
      if (pid > 1) {
        parent.ifPresentOrElse(p -> p.onExit().thenRun(stop), stop);
      }
    } catch (NumberFormatException e) {
      Log.warn("JPY_PARENT_PID is not a process id: " + parentPid);
    }
  }
}
