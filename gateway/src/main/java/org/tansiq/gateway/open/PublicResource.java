package org.tansiq.gateway.open;

import org.tansiq.domain.resources.ResourceKind;
import org.tansiq.domain.shared.Text;

/**
 * A resource as everybody sees it.
 *
 * @param owner the organisation's name
 */
record PublicResource(Text title, Text details, ResourceKind kind, Text owner) {}
