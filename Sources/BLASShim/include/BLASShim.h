// OpenBLAS, which is loaded when it is first asked for.
#pragma once
