package io.noether.examples;

import io.noether.autodiff.Execution;
import io.noether.autodiff.Function;
import io.noether.autodiff.Gradients;
import io.noether.autodiff.Graph;
import io.noether.autodiff.Initial;
import io.noether.autodiff.ParameterSet;
import io.noether.autodiff.Precision;
import io.noether.autodiff.Space;
import io.noether.autodiff.Tensor;
import io.noether.autodiff.Workers;
import io.noether.autodiff.optim.Budget;
import io.noether.autodiff.optim.Descent;
import io.noether.autodiff.optim.DescentConfig;
import io.noether.autodiff.optim.DescentListener;
import io.noether.autodiff.optim.LossGradient;
import io.noether.autodiff.optim.Objective;
import io.noether.autodiff.optim.OptimiserConfig;
import io.noether.autodiff.optim.RateSchedule;
import io.noether.autodiff.optim.Step;
import io.noether.autodiff.plan.PlannedProgram;
import io.noether.nn.layers.Glorot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A physics-informed network (Raissi, Perdikaris and Karniadakis 2019), to show that the engine is not only for atoms:
 * -Δu = f on the unit square with u = 0 on its border. The network u = x(1-x) y(1-y) N(x, y) is zero on the border by
 * construction and learns from the equation alone: the loss is the mean of (Δu + f)², Δu the network's own second
 * derivatives. With f = 2π² sin πx sin πy the solution is sin πx sin πy.
 *
 * <p>Run: {@code PoissonSquare [STEPS]}.
 */
public final class PoissonSquare {
  private static final Space POINTS = Space.stored("points");
  private static final int WIDTH = 24;
  /** Inner points along each side. */
  private static final int GRID = 20;
  private static final int STEPS = 4000;
  private static final double FIRST_RATE = 0.01;

  private final Graph graph = new Graph();
  private final Tensor position = graph.input("position", POINTS, 2);
  private final Tensor source = graph.input("source", POINTS);

  private PoissonSquare() {}

  /** Prints the relative error. */
  public static void main(String[] arguments) {
    int steps = arguments.length == 0 ? STEPS : Integer.parseInt(arguments[0]);
    System.out.printf("relative error of u after %,d steps: %.1e%n", steps, new PoissonSquare().solve(steps));
  }

  /** Solves the equation and returns ‖u - sin πx sin πy‖ / ‖sin πx sin πy‖ over a grid of inner points. */
  static double relativeError(int steps) {
    return new PoissonSquare().solve(steps);
  }

  private double solve(int steps) {
    Tensor u = solution();
    Tensor slope = Gradients.of(u.total(), position); // each point's u depends on its own position alone
    Tensor residual = source;
    for (int axis = 0; axis < 2; axis++) {
      Tensor along = slope.slice(0, axis, 1).reshape().total();
      residual = residual.plus(Gradients.of(along, position).slice(0, axis, 1).reshape());
    }
    Tensor loss = residual.square().total().times(1.0 / (GRID * GRID));
    var parameters = new ParameterSet(graph.parameters(), 1, Map.of());
    var gradient = new LossGradient(loss, parameters);

    Execution program = PlannedProgram.of(gradient.outputs(u), Precision.FLOAT64).newExecution(Workers.CALLER);
    program.resize(POINTS, GRID * GRID);
    program.bind(position, grid());
    double[] exact = exact();
    program.bind(source, times(exact, 2 * Math.PI * Math.PI));
    var config = new DescentConfig(OptimiserConfig.adam(FIRST_RATE), RateSchedule.COSINE, Budget.ofSteps(steps));
    new Descent(config, new AllPoints(gradient, program), parameters.values(), Workers.CALLER)
        .run(DescentListener.SILENT);
    parameters.bindTo(program);
    program.run();
    double[] found = new double[GRID * GRID];
    program.read(u, found);
    return distance(found, exact) / distance(new double[exact.length], exact);
  }

  /** u = x(1-x) y(1-y) N(x, y), N of three layers. */
  private Tensor solution() {
    Tensor h = layer("1", position, WIDTH).apply(Function.TANH);
    h = layer("2", h, WIDTH).apply(Function.TANH);
    Tensor u = layer("3", h, 1).reshape();
    for (int axis = 0; axis < 2; axis++) {
      Tensor x = position.slice(0, axis, 1).reshape();
      u = u.times(x.minus(x.square()));
    }
    return u;
  }

  private Tensor layer(String name, Tensor x, int width) {
    int given = x.shape().dim(0);
    Tensor weight = graph.parameter(name + ".weight", Space.POINT, Glorot.uniform(given, width), given, width);
    Tensor bias = graph.parameter(name + ".bias", Space.POINT, new Initial.Uniform(0.5), width);
    return graph.contract("k,kn->n", x, weight).plus(bias);
  }

  /** The loss of all points at once: they are bound already. */
  private record AllPoints(LossGradient gradient, Execution program) implements Objective {
    @Override
    public int batches() {
      return 1;
    }

    @Override
    public double evaluate(Step step, double[] weights, double[] derivatives) {
      return gradient.run(program, weights, derivatives);
    }
  }

  private static double[] grid() {
    double[] positions = new double[2 * GRID * GRID];
    int k = 0;
    for (int row = 0; row < GRID; row++) {
      for (int column = 0; column < GRID; column++) {
        positions[k++] = (row + 0.5) / GRID;
        positions[k++] = (column + 0.5) / GRID;
      }
    }
    return positions;
  }

  private static double[] exact() {
    double[] at = grid();
    double[] u = new double[GRID * GRID];
    for (int k = 0; k < u.length; k++) {
      u[k] = Math.sin(Math.PI * at[2 * k]) * Math.sin(Math.PI * at[2 * k + 1]);
    }
    return u;
  }

  private static double[] times(double[] x, double factor) {
    double[] product = new double[x.length];
    for (int k = 0; k < x.length; k++) {
      product[k] = factor * x[k];
    }
    return product;
  }

  private static double distance(double[] a, double[] b) {
    double sum = 0;
    for (int k = 0; k < a.length; k++) {
      sum += (a[k] - b[k]) * (a[k] - b[k]);
    }
    return Math.sqrt(sum);
  }
}
