package dev.wend.job.config;

/** Where a value of the configuration came from, as the command prints it. */
sealed interface Origin {
  /** For example {@code wend.yaml:3:5}. */
  String text();

  /** The document. */
  record Document(String file, int line, int column) implements Origin {
    @Override
    public String text() {
      return file + ":" + line + ":" + column;
    }
  }

  /** An environment variable. */
  record Environment(String variable) implements Origin {
    @Override
    public String text() {
      return variable;
    }
  }

  /** The command line. */
  record CommandLine(String path) implements Origin {
    @Override
    public String text() {
      return "--set " + path;
    }
  }

  /** What holds where nothing else is said. */
  record Default() implements Origin {
    @Override
    public String text() {
      return "default";
    }
  }
}
