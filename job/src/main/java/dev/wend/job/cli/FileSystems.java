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
   * if one of the arguments needs one. On a cluster, Flink has done so.
   */
  static void prepare(Collection<String> arguments) {
    boolean needed = arguments.stream().anyMatch(argument -> argument.contains("://"));
    if (needed
        && Embedded.isHere()
        && System.getenv(ConfigConstants.ENV_FLINK_PLUGINS_DIR) != null) {
      Configuration configuration = GlobalConfiguration.loadConfiguration();
      FileSystem.initialize(
          configuration, PluginUtils.createPluginManagerFromRootFolder(configuration));
    }
  }
}
