package io.nyala.keras.layers.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Numbers tokens from 0 in the order they are added, and finds the number of a range of characters
 * without making a string of it. An open-addressing hash table over one character arena.
 */
public final class TokenTable {

  private char[] arena;
  private int[] starts;
  private int[] hashes;
  private int[] slots;
  private int size;

  /** An empty table with room for about this many tokens. */
  public TokenTable(int expected) {
    int tokens = Math.max(16, expected);
    arena = new char[8 * tokens];
    starts = new int[tokens + 1];
    hashes = new int[tokens];
    slots = new int[Integer.highestOneBit(tokens) * 4];
  }

  /** The number of tokens. */
  public int size() {
    return size;
  }

  /** The number of the token in {@code text[from, to)}, -1 if it is not here. */
  public int find(char[] text, int from, int to) {
    return slots[slot(text, from, to, hash(text, from, to))] - 1;
  }

  /** The number of a token, -1 if it is not here. */
  public int find(String token) {
    return find(token.toCharArray(), 0, token.length());
  }

  /** The number of the token in {@code text[from, to)}, which is added if it is not here. */
  public int add(char[] text, int from, int to) {
    int hash = hash(text, from, to);
    int slot = slot(text, from, to, hash);
    if (slots[slot] != 0) {
      return slots[slot] - 1;
    }
    if (4L * (size + 1) > 3L * slots.length) {
      rehash();
      slot = slot(text, from, to, hash);
    }
    store(text, from, to, hash);
    slots[slot] = size;
    return size - 1;
  }

  /** The number of a token, which is added if it is not here. */
  public int add(String token) {
    return add(token.toCharArray(), 0, token.length());
  }

  /** Token {@code i} as a string. */
  public String get(int i) {
    return new String(arena, starts[i], starts[i + 1] - starts[i]);
  }

  /** All tokens, by number. */
  public List<String> tokens() {
    List<String> all = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      all.add(get(i));
    }
    return all;
  }

  private static int hash(char[] text, int from, int to) {
    int hash = 0;
    for (int i = from; i < to; i++) {
      hash = 31 * hash + text[i];
    }
    hash *= 0x9E3779B9;
    return hash ^ hash >>> 15;
  }

  private int slot(char[] text, int from, int to, int hash) {
    int last = slots.length - 1;
    int slot = hash & last;
    while (slots[slot] != 0) {
      int id = slots[slot] - 1;
      if (hashes[id] == hash && Arrays.equals(arena, starts[id], starts[id + 1], text, from, to)) {
        return slot;
      }
      slot = slot + 1 & last;
    }
    return slot;
  }

  private void store(char[] text, int from, int to, int hash) {
    int start = starts[size];
    int end = start + to - from;
    if (end > arena.length) {
      arena = Arrays.copyOf(arena, Math.max(end, 2 * arena.length));
    }
    if (size == hashes.length) {
      hashes = Arrays.copyOf(hashes, 2 * size);
      starts = Arrays.copyOf(starts, 2 * size + 1);
    }
    System.arraycopy(text, from, arena, start, to - from);
    hashes[size] = hash;
    starts[++size] = end;
  }

  private void rehash() {
    slots = new int[2 * slots.length];
    int last = slots.length - 1;
    for (int id = 0; id < size; id++) {
      int slot = hashes[id] & last;
      while (slots[slot] != 0) {
        slot = slot + 1 & last;
      }
      slots[slot] = id + 1;
    }
  }
}
