package io.nyala.dsl.magic;

import io.nyala.dsl.names.PyError;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.maven.model.building.ModelBuilder;
import org.apache.maven.model.io.xpp3.MavenXpp3Reader;
import org.apache.maven.settings.Settings;
import org.codehaus.plexus.util.xml.pull.XmlPullParserException;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession.CloseableSession;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.repository.LocalRepository;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.repository.RepositoryPolicy;
import org.eclipse.aether.resolution.ArtifactResult;
import org.eclipse.aether.resolution.DependencyRequest;
import org.eclipse.aether.resolution.DependencyResolutionException;
import org.eclipse.aether.spi.connector.transport.TransporterFactory;
import org.eclipse.aether.supplier.RepositorySystemSupplier;
import org.eclipse.aether.supplier.SessionBuilderSupplier;
import org.eclipse.aether.transport.file.FileTransporterFactory;
import org.eclipse.aether.transport.jdk.JdkTransporterFactory;

/**
 * Fetches libraries with what they need by Maven's own resolver: the user's {@code settings.xml}
 * (local repository, mirrors, proxies, servers, repositories of active profiles, offline) counts as
 * it does for Maven.
 */
final class MavenLibraries {
  private static final String COORDINATES = "[^:\\s]+:[^:\\s]+(:[^:\\s]+){1,3}";
  private static final String CENTRAL = central();

  private final List<RemoteRepository> added = new ArrayList<>();
  private RepositorySystem system;

  /** Maven's resolver with Java's own HTTP client. */
  private static final class Resolver extends RepositorySystemSupplier {
    @Override
    protected Map<String, TransporterFactory> createTransporterFactories() {
      Map<String, TransporterFactory> all = new LinkedHashMap<>();
      all.put(FileTransporterFactory.NAME, new FileTransporterFactory());
      all.put(
          JdkTransporterFactory.NAME,
          new JdkTransporterFactory(getChecksumExtractor(), getPathProcessor()));
      return all;
    }
  }

  /** Has libraries looked for in one more repository, before Maven Central. */
  void addRepository(String url) {
    boolean known = url.matches("(https?|file):.+");
    if (!known) {
      throw Magics.usage(
          "%repository takes a URL such as https://jitpack.io; received '" + url + "'");
    }
    added.add(
        new RemoteRepository.Builder("added-" + Integer.toHexString(url.hashCode()), "default", url)
            .build());
  }

  /**
   * The jars of some libraries and of all they need to run.
   *
   * @param coordinates {@code group:artifact:version} each
   * @throws PyError {@code ModuleNotFoundError} if one cannot be had
   */
  List<Path> resolve(List<String> coordinates, boolean offline) {
    for (String each : coordinates) {
      if (!each.matches(COORDINATES)) {
        throw Magics.usage(
            "%maven takes GROUP:ARTIFACT:VERSION, such as"
                + " org.apache.commons:commons-math3:3.6.1; received '"
                + each
                + "'");
      }
    }
    if (system == null) {
      system = new Resolver().get();
    }
    Settings settings = MavenSettings.read();
    boolean withoutNetwork = offline || settings.isOffline();
    try (CloseableSession session = session(settings, withoutNetwork)) {
      return resolve(session, settings, coordinates);
    } catch (DependencyResolutionException e) {
      throw failure(coordinates, withoutNetwork, e);
    }
  }

  private CloseableSession session(Settings settings, boolean offline) {
    return new SessionBuilderSupplier(system)
        .get()
        .withLocalRepositories(new LocalRepository(settings.getLocalRepository()))
        .setOffline(offline)
        .setConfigProperty("aether.connector.connectTimeout", 15_000)
        .setSystemProperties(System.getProperties())
        .setMirrorSelector(MavenSettings.mirrors(settings))
        .setProxySelector(MavenSettings.proxies(settings))
        .setAuthenticationSelector(MavenSettings.servers(settings))
        // A failure that was kept from an earlier day would be reported as today's.
        .setResolutionErrorPolicy(
            new org.eclipse.aether.util.repository.SimpleResolutionErrorPolicy(0))
        .build();
  }

  private List<Path> resolve(CloseableSession session, Settings settings, List<String> coordinates)
      throws DependencyResolutionException {
    List<RemoteRepository> repositories = new ArrayList<>(added);
    repositories.addAll(MavenSettings.repositories(settings));
    RemoteRepository.Builder central =
        new RemoteRepository.Builder("central", "default", CENTRAL)
            .setSnapshotPolicy(new RepositoryPolicy(false, null, null));
    repositories.add(central.build());
    CollectRequest wanted = new CollectRequest();
    for (String each : coordinates) {
      wanted.addDependency(new Dependency(new DefaultArtifact(each(each)), "runtime"));
    }
    wanted.setRepositories(system.newResolutionRepositories(session, repositories));
    List<Path> jars = new ArrayList<>();
    for (ArtifactResult each :
        system
            .resolveDependencies(session, new DependencyRequest(wanted, null))
            .getArtifactResults()) {
      jars.add(each.getArtifact().getPath());
    }
    return jars;
  }

  /** {@code g:a:v:classifier}, as Gradle and Grape write it, is {@code g:a:jar:classifier:v}. */
  private static String each(String coordinates) {
    String[] parts = coordinates.split(":");
    boolean classified = parts.length == 4 && parts[2].matches("\\d.*");
    return classified
        ? String.join(":", parts[0], parts[1], "jar", parts[3], parts[2])
        : coordinates;
  }

  private PyError failure(
      List<String> coordinates, boolean offline, DependencyResolutionException error) {
    Throwable deepest = error;
    while (deepest.getCause() != null) {
      deepest = deepest.getCause();
    }
    String why = error.getMessage();
    String reason = String.valueOf(deepest.getMessage());
    String what = String.join(" ", coordinates);
    if (offline) {
      return new PyError(
          "ModuleNotFoundError",
          what + " is not wholly in the local repository, and Maven is offline. " + why,
          error);
    }
    boolean absent =
        deepest instanceof org.eclipse.aether.transfer.ArtifactNotFoundException
            || why.contains("Could not find artifact");
    return new PyError(
        "ModuleNotFoundError",
        absent
            ? why + ". Check the coordinates, or name its repository with %repository URL"
            : what
                + " could not be fetched from "
                + host()
                + " ("
                + reason
                + "). Is the network there? %maven -o uses what was fetched before",
        error);
  }

  /** The central repository as Maven's own super POM names it. */
  private static String central() {
    try (InputStream superPom =
        ModelBuilder.class.getResourceAsStream("/org/apache/maven/model/pom-4.0.0.xml")) {
      return new MavenXpp3Reader().read(superPom).getRepositories().get(0).getUrl();
    } catch (IOException | XmlPullParserException e) {
      throw new IllegalStateException("Maven's super POM cannot be read", e);
    }
  }

  private String host() {
    return added.isEmpty()
        ? URI.create(CENTRAL).getHost()
        : URI.create(added.get(0).getUrl()).getHost();
  }
}
