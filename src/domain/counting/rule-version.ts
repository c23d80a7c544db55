/**
 * Which rules turn a recording and a question into numbers: epochs, unit filter and order, bins,
 * and the defaults that addresses leave out. Part of every address of an array, so it goes up by
 * one with any change that gives the same question about the same file another answer.
 */
export const RULE_VERSION = 1
