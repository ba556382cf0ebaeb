/** Finds actions that are the same thing entered twice, or that split a crowd. Pure: the same answer wherever it is asked. */
@org.jspecify.annotations.NullMarked
package org.tansiq.projections.actions.matching;
