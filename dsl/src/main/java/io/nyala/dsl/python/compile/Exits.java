package io.nyala.dsl.python.compile;

import static groovyjarjarasm.asm.Opcodes.GOTO;
import static groovyjarjarasm.asm.Opcodes.NOP;

import groovyjarjarasm.asm.Label;
import io.nyala.dsl.lang.CellSyntaxError;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The loops, guards and handlers around the code being written, and the ways out of them. */
final class Exits {

  private sealed interface Frame {}

  private record Loop(Label again, Label end) implements Frame {}

  private record Handling(int error) implements Frame {}

  /** Code guarded by an exception handler, in pieces: what runs on the way out is not guarded. */
  static final class Guard implements Frame {
    private final Label handler = new Label();
    private final Runnable onExit;
    private final List<Label[]> pieces = new ArrayList<>();
    private Label from;

    private Guard(Runnable onExit) {
      this.onExit = onExit;
    }

    Label handler() {
      return handler;
    }
  }

  private final Function function;
  private final Deque<Frame> frames = new ArrayDeque<>();
  private final List<Guard> finished = new ArrayList<>();

  Exits(Function function) {
    this.function = function;
  }

  void enterLoop(Label again, Label end) {
    frames.push(new Loop(again, end));
  }

  void leaveLoop() {
    frames.pop();
  }

  void enterHandler(int error) {
    frames.push(new Handling(error));
  }

  void leaveHandler() {
    frames.pop();
  }

  /**
   * Starts guarded code.
   *
   * @param onExit writes what {@code return}, {@code break} and {@code continue} run on their way
   *     out; may be null
   */
  Guard guard(Runnable onExit) {
    Guard guard = new Guard(onExit);
    open(guard);
    frames.push(guard);
    return guard;
  }

  void end(Guard guard) {
    frames.pop();
    close(guard);
    finished.add(guard);
  }

  private void open(Guard guard) {
    guard.from = new Label();
    function.code.label(guard.from);
    function.code.op(NOP);
  }

  private void close(Guard guard) {
    Label to = new Label();
    function.code.label(to);
    guard.pieces.add(new Label[] {guard.from, to});
  }

  /** Writes the exception table, inner guards first. */
  void table() {
    for (Guard guard : finished) {
      for (Label[] piece : guard.pieces) {
        function.code.mv.visitTryCatchBlock(
            piece[0], piece[1], guard.handler, "java/lang/Throwable");
      }
    }
  }

  /** Returns the value on the stack from the function. */
  void result() {
    boolean plain = frames.stream().noneMatch(Guard.class::isInstance);
    if (plain) {
      function.result();
      return;
    }
    int value = function.code.place();
    function.code.store(value);
    List<Frame> left = unwind(null);
    function.code.load(value);
    function.result();
    restore(left);
  }

  /** {@code break} or {@code continue}. */
  void leave(boolean end, int line) {
    Loop loop = null;
    for (Frame frame : frames) {
      if (frame instanceof Loop found) {
        loop = found;
        break;
      }
    }
    if (loop == null) {
      throw new CellSyntaxError(
          end ? "'break' outside loop" : "'continue' not properly in loop", line, 1);
    }
    List<Frame> left = unwind(loop);
    function.code.jump(GOTO, end ? loop.end() : loop.again());
    restore(left);
  }

  /** Runs what stands on the way out to a frame. */
  private List<Frame> unwind(Frame target) {
    List<Frame> left = new ArrayList<>();
    while (!frames.isEmpty() && frames.peek() != target) {
      Frame frame = frames.pop();
      left.add(0, frame);
      if (frame instanceof Guard guard) {
        close(guard);
        if (guard.onExit != null) {
          guard.onExit.run();
        }
      }
    }
    return left;
  }

  private void restore(List<Frame> left) {
    for (Frame frame : left) {
      frames.push(frame);
      if (frame instanceof Guard guard) {
        open(guard);
      }
    }
  }

  /** Leaves the error that the handler around this code caught, or null. */
  void pushCurrentError() {
    for (Frame frame : frames) {
      if (frame instanceof Handling handling) {
        function.code.load(handling.error(), "java/lang/Throwable");
        return;
      }
    }
    function.code.nothing();
  }
}
