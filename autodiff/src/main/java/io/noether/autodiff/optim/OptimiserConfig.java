package io.noether.autodiff.optim;

/**
 * AdamW (Loshchilov and Hutter, ICLR 2019), optionally with AMSGrad's running maximum (Reddi, Kale and Kumar, ICLR
 * 2018), clipping of long gradients, and a moving average of the weights.
 *
 * @param learningRate peak learning rate, in 0..1; a {@link RateSchedule} takes it from there
 * @param weightDecay decoupled decay: a step shrinks weights by learning rate times this, in 0..1
 * @param amsgrad whether the second moment never falls
 * @param beta1 memory of the gradient's mean, in 0..1
 * @param beta2 memory of the gradient's square, in 0..1
 * @param clipNorm longest gradient (Euclidean norm over all parameters) that is followed in full; 0 never clips
 * @param emaDecay memory of the averaged weights that are validated and kept; 0 keeps the newest weights
 */
public record OptimiserConfig(double learningRate, double weightDecay, boolean amsgrad, double beta1, double beta2,
    double clipNorm, double emaDecay) {
  /**
   * Plain Adam (Kingma and Ba, ICLR 2015): no decay, no clipping, no averaging.
   *
   * @param learningRate peak learning rate, in 0..1
   */
  public static OptimiserConfig adam(double learningRate) {
    return new OptimiserConfig(learningRate, 0, false, 0.9, 0.999, 0, 0);
  }

  /** This with another peak learning rate. */
  public OptimiserConfig withLearningRate(double rate) {
    return new OptimiserConfig(rate, weightDecay, amsgrad, beta1, beta2, clipNorm, emaDecay);
  }

  /** This with another decoupled weight decay. */
  public OptimiserConfig withWeightDecay(double decay) {
    return new OptimiserConfig(learningRate, decay, amsgrad, beta1, beta2, clipNorm, emaDecay);
  }

  /** This with AMSGrad or without it. */
  public OptimiserConfig withAmsgrad(boolean on) {
    return new OptimiserConfig(learningRate, weightDecay, on, beta1, beta2, clipNorm, emaDecay);
  }

  /** This with gradients clipped at another norm; 0 never clips. */
  public OptimiserConfig withClipNorm(double norm) {
    return new OptimiserConfig(learningRate, weightDecay, amsgrad, beta1, beta2, norm, emaDecay);
  }

  /** This with another memory of the averaged weights; 0 keeps the newest weights. */
  public OptimiserConfig withEmaDecay(double decay) {
    return new OptimiserConfig(learningRate, weightDecay, amsgrad, beta1, beta2, clipNorm, decay);
  }
}
