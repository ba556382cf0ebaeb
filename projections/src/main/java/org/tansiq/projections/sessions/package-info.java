@org.jspecify.annotations.NullMarked
package org.tansiq.projections.sessions;
