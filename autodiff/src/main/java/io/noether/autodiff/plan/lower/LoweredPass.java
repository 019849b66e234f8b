package io.noether.autodiff.plan.lower;

import io.noether.autodiff.Tensor;
import io.noether.autodiff.plan.schedule.Pass;
import java.util.ArrayList;
import java.util.List;

/**
 * A pass as work on arrays.
 *
 * @param storages the arrays; views refer to them by their numbers in this list
 * @param work what is done, in an order that is allowed
 * @param maps the maps of rows; views refer to them by their numbers in this list
 * @param pointSums its sums to the point, in the order of their shares of the accumulator
 * @param accumulatorWidth how many numbers one partition's accumulator has
 */
public record LoweredPass(Pass pass, List<Storage> storages, List<Work> work, List<RowMap> maps,
    List<Tensor> pointSums, int accumulatorWidth) {
  /** Copies the lists. */
  public LoweredPass {
    storages = List.copyOf(storages);
    work = List.copyOf(work);
    maps = List.copyOf(maps);
    pointSums = List.copyOf(pointSums);
  }

  /** The bound and stored tensors that it reads or writes. */
  public List<Tensor> touched() {
    var touched = new ArrayList<Tensor>();
    for (Storage storage : storages) {
      switch (storage) {
        case Storage.Rows(Tensor t, int _) -> touched.add(t);
        case Storage.Whole(Tensor t) -> touched.add(t);
        case Storage.Buffer _, Storage.Accumulator _, Storage.Number _ -> {}
      }
    }
    return touched;
  }

  /** The tensors it makes. */
  public List<Tensor> written() {
    var written = new ArrayList<Tensor>(pass.stores());
    written.addAll(pass.sums());
    return written;
  }
}
