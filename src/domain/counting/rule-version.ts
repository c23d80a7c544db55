/**
 * Which rules turn a recording and a request into numbers: epochs, unit filter and order, bins,
 * and the defaults that addresses leave out. Part of every address of an array, so it goes up by
 * one with any change that gives the same request about the same file another response.
 */
export const RULE_VERSION = 1
