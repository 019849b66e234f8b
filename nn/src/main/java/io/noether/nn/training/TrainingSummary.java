package io.noether.nn.training;

import io.noether.nn.ModelSpec;

/**
 * What is about to be trained.
 *
 * @param config the complete configuration
 * @param spec the model, with the reference energies, scale and shift found in the training set
 * @param parameters number of trainable numbers
 * @param trainingStructures number of structures trained on
 * @param validationStructures number of structures held out for validation
 * @param references where the reference energies come from, a clause for people
 * @param resumedFromEpoch epochs that were complete when the run was resumed; 0 for a new run
 */
public record TrainingSummary(TrainingConfig config, ModelSpec spec, int parameters, int trainingStructures,
    int validationStructures, String references, int resumedFromEpoch) {}
