package io.nyala.dsl.python.modules;

import io.nyala.dsl.names.Namespace;
import io.nyala.dsl.python.run.Module;
import io.nyala.dsl.python.run.PyBytes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** What {@code hashlib} and {@code base64} are made of. */
final class CodecsModule {
  private CodecsModule() {}

  static Namespace names() {
    Module codecs = new Module("_codecs");
    codecs.one("b64encode", bytes -> new PyBytes(Base64.getEncoder().encode(copy(bytes))));
    codecs.one("b64decode", CodecsModule::decoded);
    codecs.two("digest", (name, bytes) -> digest(Module.str(name), copy(bytes)));
    return codecs.names();
  }

  private static byte[] copy(Object bytes) {
    if (bytes instanceof PyBytes own) {
      return own.copy();
    }
    throw Module.error(
        "TypeError", "a bytes-like object is required, not '" + Module.typeName(bytes) + "'");
  }

  private static Object decoded(Object bytes) {
    try {
      return new PyBytes(Base64.getMimeDecoder().decode(copy(bytes)));
    } catch (IllegalArgumentException e) {
      throw Module.error("ValueError", "Incorrect padding");
    }
  }

  private static Object digest(String name, byte[] bytes) {
    try {
      return new PyBytes(MessageDigest.getInstance(name).digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw Module.error("ValueError", "unsupported hash type " + name);
    }
  }
}
