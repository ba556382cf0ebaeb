package org.tansiq.gateway.members;

import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.Text;

/** Makes an organisation known in the log. Refusals end the sign-up that asked for it. */
public interface OrganizationRegistrar {
    void register(OrganizationId organization, Text name);
}
