package io.noether.nn.training;

import java.util.List;

/**
 * AdamW (Loshchilov and Hutter 2019), optionally with AMSGrad's running maximum (Reddi et al. 2018).
 *
 * @param batchSize structures in a step, at least 1
 * @param learningRate peak learning rate, in 0..1
 * @param weightDecay decoupled decay: a step shrinks weights by learning rate times this, in 0..1
 * @param amsgrad whether the second moment never falls
 * @param beta1 memory of the gradient's mean, in 0..1
 * @param beta2 memory of the gradient's square, in 0..1
 * @param clipNorm longest gradient (Euclidean norm over all parameters) that is followed in full; 0 never clips
 * @param emaDecay memory of the averaged weights that are validated and kept; 0 keeps the newest weights
 */
public record OptimiserConfig(int batchSize, double learningRate, double weightDecay, boolean amsgrad, double beta1,
    double beta2, double clipNorm, double emaDecay) {

  /** What {@code noether train} begins with. */
  public static final OptimiserConfig DEFAULT = new OptimiserConfig(5, 1e-3, 0.01, false, 0.9, 0.999, 10, 0.999);

  static OptimiserConfig read(SettingsReader r) {
    var read = new OptimiserConfig(r.integer("batch_size", DEFAULT.batchSize, 1),
        r.number("learning_rate", DEFAULT.learningRate, 0, 1), r.number("weight_decay", DEFAULT.weightDecay, 0, 1),
        r.flag("amsgrad", DEFAULT.amsgrad), r.number("beta1", DEFAULT.beta1, 0, 0.999999),
        r.number("beta2", DEFAULT.beta2, 0, 0.9999999), r.number("clip_norm", DEFAULT.clipNorm, 0, 1e12),
        r.number("ema_decay", DEFAULT.emaDecay, 0, 0.9999999));
    r.finish();
    return read;
  }

  List<Setting> settings() {
    String section = "optimiser";
    return List.of(new Setting(section, "batch_size", batchSize, "structures in a step"),
        new Setting(section, "learning_rate", learningRate, "peak learning rate"),
        new Setting(section, "weight_decay", weightDecay, "decoupled (AdamW) weight decay"),
        new Setting(section, "amsgrad", amsgrad, "keep the largest second moment (AMSGrad)"),
        new Setting(section, "beta1", beta1, "memory of the gradient"),
        new Setting(section, "beta2", beta2, "memory of the squared gradient"),
        new Setting(section, "clip_norm", clipNorm, "longest gradient followed in full; 0: no clipping"),
        new Setting(section, "ema_decay", emaDecay, "memory of the averaged weights that are kept; 0: no averaging"));
  }
}
