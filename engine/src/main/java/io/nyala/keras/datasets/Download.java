package io.nyala.keras.datasets;

import io.nyala.keras.utils.Progbar;
import io.nyala.keras.utils.Progress;
import io.nyala.keras.utils.WorkDisplay;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** Fetches a file over HTTP. */
public final class Download {

  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final Duration ANSWER = Duration.ofSeconds(60);
  private static final int BLOCK = 1 << 16;

  private Download() {}

  /**
   * Writes what is at the address to a file.
   *
   * @throws IOException if it cannot be had or ends early; the message says why
   */
  public static void to(Path file, URI address) throws IOException, InterruptedException {
    Progress.println("Downloading data from " + address);
    HttpClient client =
        HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    HttpRequest request = HttpRequest.newBuilder(address).timeout(ANSWER).build();
    HttpResponse<InputStream> response = send(client, request);
    try (InputStream in = response.body()) {
      if (response.statusCode() != 200) {
        throw new IOException("the server answered " + response.statusCode());
      }
      long total = response.headers().firstValueAsLong("Content-Length").orElse(-1);
      long got = copy(in, file, total);
      if (total >= 0 && got != total) {
        throw new IOException("only " + got + " of " + total + " bytes came");
      }
    }
  }

  private static HttpResponse<InputStream> send(HttpClient client, HttpRequest request)
      throws IOException, InterruptedException {
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofInputStream());
    } catch (ConnectException e) {
      throw new IOException("there is no connection to " + request.uri().getHost(), e);
    } catch (HttpTimeoutException e) {
      throw new IOException(request.uri().getHost() + " did not answer in time", e);
    }
  }

  private static long copy(InputStream in, Path file, long total) throws IOException {
    Long known = total < 0 ? null : (Long) total;
    WorkDisplay display = WorkDisplay.open(new WorkDisplay.Work("download", known, "byte", false));
    boolean whole = false;
    try (OutputStream out = Files.newOutputStream(file)) {
      long got = copy(in, out, known, display);
      whole = known == null || got == known;
      return got;
    } finally {
      display.ends(whole);
    }
  }

  /** The line is the one that Keras prints of a download: steps of a byte. */
  private static long copy(InputStream in, OutputStream out, Long total, WorkDisplay display)
      throws IOException {
    Integer target = total == null || total > Integer.MAX_VALUE ? null : (Integer) total.intValue();
    Progbar bar = new Progbar(target, 1, display::print);
    byte[] block = new byte[BLOCK];
    long got = 0;
    for (int n = in.read(block); n >= 0; n = in.read(block)) {
      out.write(block, 0, n);
      got += n;
      boolean last = total != null && got >= total;
      bar.update((int) Math.min(got, Integer.MAX_VALUE), Map.of(), last);
      display.at(got, Map.of());
    }
    if (total == null) {
      display.print("\n");
    }
    return got;
  }
}
