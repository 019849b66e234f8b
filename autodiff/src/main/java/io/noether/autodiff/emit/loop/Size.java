package io.noether.autodiff.emit.loop;

import java.util.List;

/** Estimates from above how many bytecodes a kernel's method will have. */
public final class Size {
  /** The most that the JVM compiles (HotSpot's HugeMethodLimit); it leaves larger methods to its interpreter. */
  public static final int LIMIT = 8000;

  /** What pushing or popping a local takes if its number is above 255. */
  private static final int LOCAL = 4;
  private static final int CALL = 3;
  private static final int CONSTANT = 3;
  /** What a loop takes for its counter, condition, increment and jump. */
  private static final int LOOP = 24;

  private Size() {}

  /** The estimate for a whole kernel. */
  public static int of(RowLoop loop) {
    var bases =
        loop.parts().stream().flatMap(Part::all).flatMap(i -> i.address().stream()).map(Address::base).distinct();
    return LOOP + (int) bases.count() * 46 + of(loop.parts());
  }

  private static int of(List<Part> parts) {
    return parts.stream().mapToInt(Size::of).sum();
  }

  private static int of(Part part) {
    return switch (part) {
      case Part.Straight(List<Instruction> instructions) -> instructions.stream().mapToInt(Size::of).sum();
      case Part.Repeat(_, List<Part> parts) -> LOOP + of(parts);
      case Part.Sweep sweep -> 2 * (LOOP + sweep.body().stream().mapToInt(Size::of).sum()) + 70 * sweep.totals().size()
          + 14 * (int) sweep.body().stream().flatMap(i -> i.operands().stream()).filter(x -> !x.wide()).distinct()
              .count()
          + 30;
    };
  }

  /** The estimate for one instruction, each time it is written; the body of a vectorised sweep is written twice. */
  public static int of(Instruction instruction) {
    return switch (instruction) {
      case Instruction.Load(_, Address from) -> element(from) + LOCAL;
      case Instruction.Store(Address to, _) -> element(to) + LOCAL;
      case Instruction.Constant _ -> CONSTANT + LOCAL;
      case Instruction.Product _, Instruction.Sum _ -> 3 * LOCAL + CALL;
      case Instruction.ProductSum _ -> 4 * LOCAL + CALL;
      case Instruction.Accumulate _ -> 36;
      case Instruction.Call call -> switch (call.function()) {
        case EXP -> 280;
        case SIGMOID -> 310;
        case SOFTPLUS -> 680;
        case SQRT, RECIPROCAL, STEP, LOG, SIN, COS, TANH -> 30 + 2 * LOCAL;
      };
    };
  }

  private static int element(Address address) {
    int steps = address.steps().stream().mapToInt(step -> step == 0 ? 0 : step == 1 ? LOCAL + 1 : LOCAL + 5).sum();
    return CALL + CONSTANT + 2 * LOCAL + 4 + steps;
  }
}
