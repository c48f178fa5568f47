package io.nyala.dsl.plot;

import io.nyala.dsl.names.Given;
import io.nyala.dsl.names.PyError;
import io.nyala.dsl.names.builtins.Opener;
import io.nyala.tensor.NDArray;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** Files of pictures, read as arrays and written from them. */
final class Pictures {
  private Pictures() {}

  /** Rows, columns and red, green, blue, opacity: from 0 to 1 of a PNG, whole numbers of others. */
  static Object read(Given given) {
    String name = given.string("fname");
    try {
      File file = Opener.path(name).toFile();
      if (!file.isFile()) {
        throw new PyError(
            "FileNotFoundError", "[Errno 2] No such file or directory: '" + name + "'");
      }
      BufferedImage image = ImageIO.read(file);
      if (image == null) {
        throw PyError.value("cannot identify image file '" + name + "'");
      }
      boolean png = name.toLowerCase(java.util.Locale.ROOT).endsWith(".png");
      return array(image, png);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static NDArray array(BufferedImage image, boolean shares) {
    int channels = image.getColorModel().hasAlpha() ? 4 : 3;
    int[] shifts = {16, 8, 0, 24};
    int count = image.getWidth() * image.getHeight() * channels;
    float[] all = new float[count];
    int next = 0;
    for (int i = 0; i < image.getHeight(); i++) {
      for (int j = 0; j < image.getWidth(); j++) {
        int color = image.getRGB(j, i);
        for (int k = 0; k < channels; k++) {
          int level = color >> shifts[k] & 255;
          all[next++] = shares ? level / 255f : level;
        }
      }
    }
    Tensor made = Tensor.of(Shape.of(image.getHeight(), image.getWidth(), channels), all);
    return NDArray.of(shares ? made : made.cast(io.nyala.tensor.DType.UINT8));
  }

  static Object write(Given given) {
    Figure figure = new Figure(0, new Parameters());
    java.util.Map<String, Object> looks = new java.util.HashMap<>();
    for (String name : new String[] {"cmap", "vmin", "vmax"}) {
      looks.put(name, given.get(name));
    }
    Artist shown =
        (Artist) figure.axes().call("imshow", java.util.List.of(given.get("arr")), looks);
    BufferedImage image = Raster.image((Mark.Picture) shown.mark());
    String name = given.string("fname");
    try {
      if (!name.toLowerCase(java.util.Locale.ROOT).endsWith(".png")) {
        throw PyError.value("imsave() writes PNG files; received the name '" + name + "'");
      }
      ImageIO.write(image, "png", Opener.path(name).toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return null;
  }
}
