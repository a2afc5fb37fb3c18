@rem `npm start` and `npm test` begin with the shell's `exec`, without which npm's signals would end the shell and leave
@rem the server running. Windows has no `exec`; there npm finds this one in the project's folder.
@%*
