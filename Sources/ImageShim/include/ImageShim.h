// libpng and libturbojpeg, which are loaded when they are first asked for.
#pragma once
