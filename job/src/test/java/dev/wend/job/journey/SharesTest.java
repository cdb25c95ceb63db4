package dev.wend.job.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wend.compile.Step;
import dev.wend.scenario.Node.Split.Share;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SharesTest {
  private static final Step.Share HALVES =
      new Step.Share("half", List.of(new Share(1, "a"), new Share(1, "b")));

  @ParameterizedTest
  @CsvSource({"4999, a", "5000, b", "5001, b"})
  void bucketsOnTheBoundaryBelongToTheNextBranch(int bucket, String next) {
    String customer =
        IntStream.iterate(0, number -> number + 1)
            .mapToObj(number -> "c" + number)
            .filter(id -> bucket(id) == bucket)
            .findFirst()
            .orElseThrow();
    assertThat(Shares.draw(HALVES, "scenario", customer)).isEqualTo(next);
  }

  private static int bucket(String customer) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(("scenario\nhalf\n" + customer).getBytes(UTF_8));
      return new BigInteger(1, Arrays.copyOf(hash, 8)).mod(BigInteger.valueOf(10_000)).intValue();
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
