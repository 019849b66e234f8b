package io.noether.autodiff.plan.run;

import io.noether.autodiff.Precision;
import io.noether.autodiff.emit.NumberType;
import io.noether.autodiff.emit.RowKernels;
import io.noether.autodiff.emit.VectorModule;
import io.noether.autodiff.emit.loop.Part;
import io.noether.autodiff.emit.loop.RowLoop;
import io.noether.autodiff.plan.fuse.Call;
import io.noether.autodiff.plan.fuse.FusedPass;
import io.noether.autodiff.plan.lower.TileProduct;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A plan's kernels as code. Passes that differ only in the arrays they work on share a kernel; the layers of a network do.
 */
public final class Compiled {
  private static final long IDLE = 500_000_000; // ns

  private final Precision precision;
  private final KernelCode code;
  private final int lanes;
  private final Map<List<Part>, TileCall.Rows> loops = new HashMap<>();
  private final Map<Object, TileCall.Matrices> products = new HashMap<>();
  private final List<List<TileCall>> calls = new ArrayList<>();
  private final List<Supplier<TrialRun>> trials = new ArrayList<>();
  private final Deferred<WarmUp> warmUp;
  private final AtomicBoolean trying = new AtomicBoolean();
  private final AtomicInteger running = new AtomicInteger();
  private volatile boolean warm;
  private volatile long lastUse;
  private int scratch;

  private Compiled(Precision precision, KernelCode code) {
    this.precision = precision;
    this.code = VectorModule.isPresent() ? code : KernelCode.SCALAR;
    this.lanes = VectorModule.lanes(precision);
    this.warm = this.code != KernelCode.TIERED;
    this.warmUp = new Deferred<>(() -> new WarmUp(trials.stream().map(Supplier::get).toList()));
  }

  /** Emits the code of a plan. */
  public static Compiled of(Plan plan, Precision precision, KernelCode code) {
    var compiled = new Compiled(precision, code);
    for (FusedPass pass : plan.passes()) {
      compiled.calls.add(pass.calls().stream().map(compiled::compile).toList());
    }
    return compiled;
  }

  /** For each pass, what is called on a tile. */
  List<List<TileCall>> calls() {
    return calls;
  }

  /** How many numbers of scratch memory the kernels need. */
  int scratch() {
    return scratch;
  }

  /** An execution begins to run this code. */
  void begin() {
    running.incrementAndGet();
  }

  /**
   * An execution has ended a run.
   *
   * @param often whether it has run for long enough to be worth vector code, which the JVM then compiles beside it
   */
  void end(boolean often) {
    lastUse = System.nanoTime();
    running.decrementAndGet();
    if (often && !warm && trying.compareAndSet(false, true)) {
      Thread.ofPlatform().daemon().name("noether-warm-up").priority(Thread.MIN_PRIORITY).start(this::warmUp);
    }
  }

  /** A program that nobody runs any more does not keep a core busy; it goes on where it was when it runs again. */
  private void warmUp() {
    warm = warmUp.get().run(() -> running.get() > 0 || System.nanoTime() - lastUse < IDLE);
    trying.set(false);
  }

  private TileCall compile(Call call) {
    return switch (call) {
      case Call.Rows(RowLoop loop) -> loops.computeIfAbsent(loop.parts(), _ -> compile(loop));
      case Call.Matrices(TileProduct product) -> compile(product);
    };
  }

  private TileCall.Rows compile(RowLoop loop) {
    scratch = Math.max(scratch, RowKernels.scratch(loop, lanes));
    int sums = RowKernels.scratch(loop, lanes);
    var vector = new Deferred<>(() -> RowKernels.emit(loop, precision, lanes, true));
    if (code == KernelCode.VECTORS) {
      return new TileCall.Rows(vector.get(), vector);
    }
    var call = new TileCall.Rows(RowKernels.emit(loop, precision, lanes, false), vector);
    trials.add(() -> TrialRun.of(call, loop, NumberType.of(precision), sums));
    return call;
  }

  private TileCall.Matrices compile(TileProduct product) {
    var shape = Stream.of(product.i(), product.j(), product.l(), product.alpha(), product.add()).toList();
    var known = products.get(shape);
    var call = known == null ? new TileCall.Matrices(product, precision) : known.of(product);
    if (known == null) {
      products.put(shape, call);
      if (code == KernelCode.VECTORS) {
        call.useVectors();
      }
      trials.add(() -> TrialRun.of(call, NumberType.of(precision)));
    }
    return call;
  }

  /** A value made when it is first asked for. */
  private static final class Deferred<T> implements Supplier<T> {
    private final Supplier<T> maker;
    private Optional<T> made = Optional.empty();

    Deferred(Supplier<T> maker) {
      this.maker = maker;
    }

    @Override
    public synchronized T get() {
      if (made.isEmpty()) {
        made = Optional.of(maker.get());
      }
      return made.get();
    }
  }
}
