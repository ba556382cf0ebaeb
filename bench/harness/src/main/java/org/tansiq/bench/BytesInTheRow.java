package org.tansiq.bench;

import java.sql.Types;
import org.hibernate.boot.model.TypeContributions;
import org.hibernate.dialect.PostgreSQLDialect;
import org.hibernate.service.ServiceRegistry;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.jdbc.BinaryJdbcType;

/** PostgreSQL with payloads in the row and not as large objects, as Axon advises. */
public final class BytesInTheRow extends PostgreSQLDialect {
    @Override
    protected String columnType(int code) {
        return code == SqlTypes.BLOB ? "bytea" : super.columnType(code);
    }

    @Override
    protected String castType(int code) {
        return code == SqlTypes.BLOB ? "bytea" : super.castType(code);
    }

    @Override
    public void contributeTypes(TypeContributions contributions, ServiceRegistry services) {
        super.contributeTypes(contributions, services);
        contributions.getTypeConfiguration().getJdbcTypeRegistry().addDescriptor(Types.BLOB, BinaryJdbcType.INSTANCE);
    }
}
