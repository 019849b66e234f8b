package io.noether.benchmarks;

import io.noether.autodiff.inspect.PassTime;
import io.noether.benchmarks.workloads.ForceCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Where the time of a call goes: its passes against the processor's peak. */
final class Profile {
  private static final double WARM_UP = 4; // times as long as what is measured: every kernel must be compiled

  private Profile() {}

  /**
   * Lines of a table.
   *
   * @param seconds how long to measure
   * @param peak of all threads, GFLOP/s
   */
  static List<String> of(ForceCall call, double seconds, double peak) {
    repeat(call, WARM_UP * seconds);
    List<PassTime> before = call.passTimes();
    repeat(call, seconds);
    List<PassTime> after = call.passTimes();
    var lines = new ArrayList<String>();
    lines.add("%-30s %9s %9s %11s %9s".formatted("pass", "ms", "MFLOP", "GFLOP/s", "of peak"));
    double milliseconds = 0;
    double operations = 0;
    for (int p = 0; p < after.size(); p++) {
      PassTime pass = after.get(p);
      long runs = pass.runs() - before.get(p).runs();
      if (runs > 0) {
        double time = (pass.seconds() - before.get(p).seconds()) * 1e3 / runs;
        milliseconds += time;
        operations += pass.operations();
        lines.add(line(p + " " + pass.name(), time, pass.operations(), peak));
      }
    }
    lines.add(line("all passes", milliseconds, operations, peak));
    return lines;
  }

  private static String line(String name, double milliseconds, double operations, double peak) {
    double rate = operations * 1e-6 / milliseconds;
    return String.format(Locale.ROOT, "%-30s %9.3f %9.1f %11.1f %8.0f%%", name, milliseconds, operations * 1e-6, rate,
        100 * rate / peak);
  }

  private static void repeat(ForceCall call, double seconds) {
    long end = System.nanoTime() + (long) (seconds * 1e9);
    while (System.nanoTime() < end) {
      call.run();
    }
  }
}
