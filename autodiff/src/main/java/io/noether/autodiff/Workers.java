package io.noether.autodiff;

/**
 * Threads that help with one task at a time. The parts of a task are fixed by the task, never by the number of threads,
 * so results have the same bits for any number of them.
 */
public interface Workers {
  /** The caller's thread alone. */
  Workers CALLER = (parts, task) -> {
    for (int part = 0; part < parts; part++) {
      task.run(part, 0);
    }
  };

  /** One task: its parts may run in any order and on any thread. */
  interface Task {
    /**
     * Runs one part.
     *
     * @param part which part
     * @param worker which worker runs it, below {@link Workers#count()}: scratch memory goes with it
     */
    void run(int part, int worker);
  }

  /** Runs all parts and returns when they are done. */
  void run(int parts, Task task);

  /** How many threads may run parts at once, the caller included. */
  default int count() {
    return 1;
  }
}
