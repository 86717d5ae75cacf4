#include <sqlite3.h>

// Variadic, which Swift does not import.
static inline int hilum_sqlite_defend(sqlite3 *connection) {
    int status = sqlite3_db_config(connection, SQLITE_DBCONFIG_DEFENSIVE, 1, (int *)0);
    return status != SQLITE_OK ? status : sqlite3_db_config(connection, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, (int *)0);
}
