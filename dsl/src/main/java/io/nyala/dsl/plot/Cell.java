package io.nyala.dsl.plot;

import io.nyala.dsl.names.Given;
import io.nyala.dsl.names.PyError;
import io.nyala.dsl.show.Repr;
import java.util.List;

/**
 * A place in a grid of charts, as {@code subplot(2, 3, 1)} or {@code subplot(231)} says it.
 *
 * @param index its number in reading order, from 1
 */
record Cell(int rows, int columns, int index) {

  static Cell of(Given given) {
    List<?> args = (List<?>) given.get("args");
    int[] all = args.stream().mapToInt(arg -> (int) Values.number(arg)).toArray();
    if (all.length == 1 && all[0] >= 111 && all[0] <= 999) {
      all = new int[] {all[0] / 100, all[0] / 10 % 10, all[0] % 10};
    }
    if (all.length == 0) {
      all = new int[] {1, 1, 1};
    }
    if (all.length != 3 || all[0] < 1 || all[1] < 1) {
      throw PyError.value("subplot() takes rows, columns and a number; received " + Repr.of(args));
    }
    if (all[2] < 1 || all[2] > all[0] * all[1]) {
      throw PyError.value(
          "num must be an integer with 1 <= num <= " + all[0] * all[1] + ", not " + all[2]);
    }
    return new Cell(all[0], all[1], all[2]);
  }
}
