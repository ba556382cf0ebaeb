/** Signing in and up, and who may reach what. */
@org.jspecify.annotations.NullMarked
package org.tansiq.gateway.members;
