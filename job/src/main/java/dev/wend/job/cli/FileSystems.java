package dev.wend.job.cli;

import java.util.Collection;
import org.apache.flink.configuration.ConfigConstants;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.GlobalConfiguration;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.plugin.PluginUtils;

/** The file systems of Flink's plugins, for a command that is not run by Flink itself. */
final class FileSystems {
  private FileSystems() {}

  /**
   * Makes those known that lie in {@code FLINK_PLUGINS_DIR}, set up as the configuration in {@code FLINK_CONF_DIR} says,
   * if one of the locations needs one.
   */
  static void prepare(Collection<String> locations) {
    boolean needed = locations.stream().anyMatch(location -> location.contains("://"));
    if (needed && System.getenv(ConfigConstants.ENV_FLINK_PLUGINS_DIR) != null) {
      Configuration configuration = GlobalConfiguration.loadConfiguration();
      FileSystem.initialize(
          configuration, PluginUtils.createPluginManagerFromRootFolder(configuration));
    }
  }
}
