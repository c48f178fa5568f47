package io.nyala.dsl.magic;

import io.nyala.dsl.names.PyError;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.apache.maven.settings.Mirror;
import org.apache.maven.settings.Profile;
import org.apache.maven.settings.Proxy;
import org.apache.maven.settings.Repository;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.building.DefaultSettingsBuilderFactory;
import org.apache.maven.settings.building.DefaultSettingsBuildingRequest;
import org.apache.maven.settings.building.SettingsBuildingException;
import org.eclipse.aether.repository.Authentication;
import org.eclipse.aether.repository.AuthenticationSelector;
import org.eclipse.aether.repository.MirrorSelector;
import org.eclipse.aether.repository.ProxySelector;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.util.repository.AuthenticationBuilder;
import org.eclipse.aether.util.repository.DefaultAuthenticationSelector;
import org.eclipse.aether.util.repository.DefaultMirrorSelector;
import org.eclipse.aether.util.repository.DefaultProxySelector;

/** What the user's {@code settings.xml} says about where libraries come from. */
final class MavenSettings {
  private MavenSettings() {}

  /**
   * The user's settings, or Maven's own where there are none; the local repository is always set.
   *
   * @throws PyError {@code ValueError} if the file cannot be understood
   */
  static Settings read() {
    Path maven = Path.of(System.getProperty("user.home"), ".m2");
    Properties properties = new Properties();
    properties.putAll(System.getProperties());
    System.getenv().forEach((name, value) -> properties.put("env." + name, value));
    DefaultSettingsBuildingRequest request = new DefaultSettingsBuildingRequest();
    request.setUserSettingsFile(maven.resolve("settings.xml").toFile());
    String home = System.getenv("MAVEN_HOME");
    if (home != null) {
      request.setGlobalSettingsFile(new File(home, "conf/settings.xml"));
    }
    request.setSystemProperties(properties);
    try {
      Settings settings =
          new DefaultSettingsBuilderFactory().newInstance().build(request).getEffectiveSettings();
      String given = System.getProperty("maven.repo.local", settings.getLocalRepository());
      settings.setLocalRepository(
          given == null || given.isBlank() ? maven.resolve("repository").toString() : given);
      return settings;
    } catch (SettingsBuildingException e) {
      throw new PyError(
          "ValueError", maven.resolve("settings.xml") + " cannot be read: " + e.getMessage(), e);
    }
  }

  static MirrorSelector mirrors(Settings settings) {
    DefaultMirrorSelector selector = new DefaultMirrorSelector();
    for (Mirror each : settings.getMirrors()) {
      selector.add(
          each.getId(),
          each.getUrl(),
          each.getLayout(),
          false,
          each.isBlocked(),
          each.getMirrorOf(),
          each.getMirrorOfLayouts());
    }
    return selector;
  }

  static ProxySelector proxies(Settings settings) {
    DefaultProxySelector selector = new DefaultProxySelector();
    for (Proxy each : settings.getProxies()) {
      if (each.isActive()) {
        Authentication known =
            new AuthenticationBuilder()
                .addUsername(each.getUsername())
                .addPassword(each.getPassword())
                .build();
        selector.add(
            new org.eclipse.aether.repository.Proxy(
                each.getProtocol(), each.getHost(), each.getPort(), known),
            each.getNonProxyHosts());
      }
    }
    return selector;
  }

  static AuthenticationSelector servers(Settings settings) {
    DefaultAuthenticationSelector selector = new DefaultAuthenticationSelector();
    for (Server each : settings.getServers()) {
      selector.add(
          each.getId(),
          new AuthenticationBuilder()
              .addUsername(each.getUsername())
              .addPassword(each.getPassword())
              .addPrivateKey(each.getPrivateKey(), each.getPassphrase())
              .build());
    }
    return selector;
  }

  /** The repositories of active profiles. */
  static List<RemoteRepository> repositories(Settings settings) {
    List<RemoteRepository> all = new ArrayList<>();
    for (Profile profile : settings.getProfiles()) {
      boolean active =
          settings.getActiveProfiles().contains(profile.getId())
              || profile.getActivation() != null && profile.getActivation().isActiveByDefault();
      for (Repository each : active ? profile.getRepositories() : List.<Repository>of()) {
        all.add(new RemoteRepository.Builder(each.getId(), "default", each.getUrl()).build());
      }
    }
    return all;
  }
}
