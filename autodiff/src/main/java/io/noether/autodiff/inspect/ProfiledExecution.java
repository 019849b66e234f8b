package io.noether.autodiff.inspect;

import io.noether.autodiff.Execution;
import java.util.List;

/** An execution that says where its time goes. */
public interface ProfiledExecution extends Execution {
  /** What each pass has cost so far, in the order in which they run. */
  List<PassTime> passTimes();
}
