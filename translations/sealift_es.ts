<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es_ES">
<context>
    <name>AuditText</name>
    <message>
        <source>State: %1</source>
        <translation>Estado: %1</translation>
    </message>
    <message>
        <source>State: %1 (%2)</source>
        <comment>state and reason</comment>
        <translation>Estado: %1 (%2)</translation>
    </message>
    <message>
        <source>Added to the queue</source>
        <translation>Añadida a la cola</translation>
    </message>
    <message>
        <source>Library opened</source>
        <translation>Biblioteca abierta</translation>
    </message>
    <message>
        <source>Looked at the image and the destination</source>
        <translation>Imagen y destino examinados</translation>
    </message>
    <message>
        <source>Scratch volume created</source>
        <translation>Volumen de trabajo creado</translation>
    </message>
    <message>
        <source>Image stored in the library</source>
        <translation>Imagen almacenada en la biblioteca</translation>
    </message>
    <message>
        <source>Disk written</source>
        <translation>Disco escrito</translation>
    </message>
    <message>
        <source>Scratch destroyed (steps done: %1)</source>
        <translation>Volumen de trabajo destruido (pasos completados: %1)</translation>
    </message>
    <message>
        <source>Scratch destruction: %1 of %2 steps failed</source>
        <translation>Volumen de trabajo destruido: fallos en %1 de %2 pasos</translation>
    </message>
    <message>
        <source>Looked again (checks: %1): nothing is left</source>
        <translation>Nueva revisión: sin restos (comprobaciones: %1)</translation>
    </message>
    <message>
        <source>Looked again: %1 of %2 checks found something left</source>
        <translation>Nueva revisión: restos en %1 de %2 comprobaciones</translation>
    </message>
</context>
<context>
    <name>CloseQuestion</name>
    <message>
        <source>Tasks Are Under Way</source>
        <translation>Hay tareas en curso</translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) are under way.</source>
        <translation>
            <numerusform>Hay %n tarea en curso.</numerusform>
            <numerusform>Hay %n tareas en curso.</numerusform>
        </translation>
    </message>
    <message>
        <source>They can go on without the window: the icon in the tray brings it back.</source>
        <translation>Pueden continuar sin la ventana: el icono de la bandeja vuelve a mostrarla.</translation>
    </message>
    <message>
        <source>Paused, they keep what has arrived, and go on when you resume them.</source>
        <translation>En pausa, conservan lo que ya ha llegado y continúan cuando las reanude.</translation>
    </message>
    <message>
        <source>&amp;Go On in the Tray</source>
        <translation>&amp;Continuar en la bandeja</translation>
    </message>
    <message>
        <source>&amp;Pause and Quit</source>
        <translation>&amp;Pausar y salir</translation>
    </message>
    <message>
        <source>&amp;Stay</source>
        <translation>&amp;No cerrar</translation>
    </message>
</context>
<context>
    <name>DeleteImages</name>
    <message>
        <source>This cannot be undone. Nobody else may work with the library meanwhile.</source>
        <translation>No se puede deshacer. Nadie más puede trabajar con la biblioteca mientras tanto.</translation>
    </message>
    <message>
        <source>What it frees cannot be told: %1</source>
        <translation>No se puede saber lo que libera: %1</translation>
    </message>
    <message>
        <source>It frees up to %1; some of that may be needed by what cannot be read. The space is given back by the next "restic prune" of the library.</source>
        <translation>Libera hasta %1; parte puede hacerle falta a lo que no se puede leer. El espacio se recupera con el próximo «restic prune» de la biblioteca.</translation>
    </message>
    <message>
        <source>It frees %1, which nothing else in the library uses. The space is given back by the next "restic prune" of the library.</source>
        <translation>Libera %1, que nada más usa en la biblioteca. El espacio se recupera con el próximo «restic prune» de la biblioteca.</translation>
    </message>
    <message>
        <source>Delete Images</source>
        <translation>Eliminar imágenes</translation>
    </message>
    <message>
        <source>Delete "%1" from the library?</source>
        <translation>¿Eliminar «%1» de la biblioteca?</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n image(s) from the library?</source>
        <translation>
            <numerusform>¿Eliminar %n imagen de la biblioteca?</numerusform>
            <numerusform>¿Eliminar %n imágenes de la biblioteca?</numerusform>
        </translation>
    </message>
    <message>
        <source>Finding out what it frees...</source>
        <translation>Averiguando lo que libera...</translation>
    </message>
    <message>
        <source>&amp;Delete for Good</source>
        <translation>E&amp;liminar definitivamente</translation>
    </message>
</context>
<context>
    <name>DropPlan</name>
    <message>
        <source>Import %1 - encrypted before it leaves this computer</source>
        <translation>Importar %1 - se cifra antes de salir de este equipo</translation>
    </message>
    <message numerus="yes">
        <source>Import %1 and %n more - encrypted before they leave this computer</source>
        <translation>
            <numerusform>Importar %1 y %n más - se cifran antes de salir de este equipo</numerusform>
            <numerusform>Importar %1 y %n más - se cifran antes de salir de este equipo</numerusform>
        </translation>
    </message>
    <message>
        <source>Import %1 into %2 - encrypted before it leaves this computer</source>
        <translation>Importar %1 a %2 - se cifra antes de salir de este equipo</translation>
    </message>
    <message numerus="yes">
        <source>Import %1 and %n more into %2 - encrypted before they leave this computer</source>
        <translation>
            <numerusform>Importar %1 y %n más a %2 - se cifran antes de salir de este equipo</numerusform>
            <numerusform>Importar %1 y %n más a %2 - se cifran antes de salir de este equipo</numerusform>
        </translation>
    </message>
    <message>
        <source>it is on another computer (%1)</source>
        <translation>está en otro equipo (%1)</translation>
    </message>
    <message>
        <source>Download it first, then import the file.</source>
        <translation>Descárguelo primero y luego importe el archivo.</translation>
    </message>
    <message>
        <source>%1 cannot be reached</source>
        <translation>No se puede acceder a %1</translation>
    </message>
    <message>
        <source>Nothing of this can be imported</source>
        <translation>No se puede importar nada de esto</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>file and reason</comment>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>y %n más</numerusform>
            <numerusform>y %n más</numerusform>
        </translation>
    </message>
    <message>
        <source>Send %1 to Amazon EC2 - it must read the image: TLS on the wire, KMS at rest</source>
        <translation>Enviar %1 a Amazon EC2: debe leer la imagen; TLS en tránsito, KMS en reposo</translation>
    </message>
    <message numerus="yes">
        <source>Send %1 and %n more to Amazon EC2 - it must read the images: TLS on the wire, KMS at rest</source>
        <translation>
            <numerusform>Enviar %1 y %n más a Amazon EC2: debe leer las imágenes; TLS en tránsito, KMS en reposo</numerusform>
            <numerusform>Enviar %1 y %n más a Amazon EC2: debe leer las imágenes; TLS en tránsito, KMS en reposo</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ErrorText</name>
    <message>
        <source>Free some space there, then press Retry.</source>
        <translation>Libere espacio allí y pulse Reintentar.</translation>
    </message>
    <message>
        <source>Check the connection, then press Retry: what has arrived is not sent again.</source>
        <translation>Compruebe la conexión y pulse Reintentar: lo que ya ha llegado no se vuelve a enviar.</translation>
    </message>
    <message>
        <source>Check who may read and write there, then press Retry.</source>
        <translation>Compruebe quién puede leer y escribir allí y pulse Reintentar.</translation>
    </message>
    <message>
        <source>Unlock the library, then press Retry.</source>
        <translation>Desbloquee la biblioteca y pulse Reintentar.</translation>
    </message>
    <message>
        <source>Make sure that nothing writes to the image (a running machine, say), then press Retry.</source>
        <translation>Asegúrese de que nada escriba en la imagen (por ejemplo, una máquina en ejecución) y pulse Reintentar.</translation>
    </message>
    <message>
        <source>Check that the disk or share is connected, then press Retry.</source>
        <translation>Compruebe que el disco o el recurso compartido esté conectado y pulse Reintentar.</translation>
    </message>
    <message>
        <source>Press Retry: the cleanup is done again first.</source>
        <translation>Pulse Reintentar: primero se repite la limpieza.</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Cancelado</translation>
    </message>
    <message>
        <source>A value does not fit</source>
        <translation>Hay un valor no válido</translation>
    </message>
    <message>
        <source>Something is not there</source>
        <translation>No se encuentra algún elemento</translation>
    </message>
    <message>
        <source>There is one of that name already</source>
        <translation>Ya existe un elemento con ese nombre</translation>
    </message>
    <message>
        <source>Access was denied</source>
        <translation>Acceso denegado</translation>
    </message>
    <message>
        <source>The disk is full</source>
        <translation>El disco está lleno</translation>
    </message>
    <message>
        <source>Reading or writing failed</source>
        <translation>Error de lectura o escritura</translation>
    </message>
    <message>
        <source>The data is damaged</source>
        <translation>Los datos están dañados</translation>
    </message>
    <message>
        <source>This is not supported</source>
        <translation>No se admite</translation>
    </message>
    <message>
        <source>Refused, because it is not safe to open</source>
        <translation>Rechazado: no es seguro abrirlo</translation>
    </message>
    <message>
        <source>Something speaks against this transfer</source>
        <translation>Algo impide esta transferencia</translation>
    </message>
    <message>
        <source>The password is wrong</source>
        <translation>La contraseña es incorrecta</translation>
    </message>
    <message>
        <source>It is locked, or in use</source>
        <translation>Está bloqueado o en uso</translation>
    </message>
    <message>
        <source>The image changed while it was read</source>
        <translation>La imagen cambió durante la lectura</translation>
    </message>
    <message>
        <source>It is larger than is allowed</source>
        <translation>Supera el tamaño permitido</translation>
    </message>
    <message>
        <source>A program that is needed is missing</source>
        <translation>Falta un programa necesario</translation>
    </message>
    <message>
        <source>A helper program failed</source>
        <translation>Ha fallado un programa auxiliar</translation>
    </message>
    <message>
        <source>The connection failed</source>
        <translation>Ha fallado la conexión</translation>
    </message>
    <message>
        <source>There was no answer in time</source>
        <translation>No hubo respuesta a tiempo</translation>
    </message>
    <message>
        <source>The cleanup could not be confirmed</source>
        <translation>No se pudo confirmar la limpieza</translation>
    </message>
    <message>
        <source>Internal error</source>
        <translation>Error interno de Sealift</translation>
    </message>
</context>
<context>
    <name>ExportTarget</name>
    <message>
        <source>Hyper-V, generation 2 (UEFI)</source>
        <translation>Hyper-V, generación 2 (UEFI)</translation>
    </message>
    <message>
        <source>Hyper-V, generation 1 (BIOS)</source>
        <translation>Hyper-V, generación 1 (BIOS)</translation>
    </message>
    <message>
        <source>Upload it to the datastore, then: vmkfstools -i disk.vmdk -d thin new.vmdk</source>
        <translation>Súbalo al almacén de datos y ejecute: vmkfstools -i disk.vmdk -d thin new.vmdk</translation>
    </message>
    <message>
        <source>Make it growable first: vmware-vdiskmanager -r disk.vmdk -t 0 new.vmdk</source>
        <translation>Hágalo antes dinámico: vmware-vdiskmanager -r disk.vmdk -t 0 new.vmdk</translation>
    </message>
    <message>
        <source>Disks over 2040 GiB need VHDX, which generation 1 can use as well.</source>
        <translation>Los discos de más de 2040 GiB requieren VHDX, que también sirve para la generación 1.</translation>
    </message>
    <message>
        <source>Upload it as a page blob, for example with azcopy.</source>
        <translation>Súbalo como blob en páginas, por ejemplo con azcopy.</translation>
    </message>
    <message>
        <source>XenServer and XCP-ng import VHD, dynamic, too.</source>
        <translation>XenServer y XCP-ng también importan VHD dinámico.</translation>
    </message>
    <message>
        <source>growing</source>
        <translation>dinámico</translation>
    </message>
    <message>
        <source>fixed size</source>
        <translation>tamaño fijo</translation>
    </message>
    <message>
        <source>stream-optimized</source>
        <translation>optimizado para transmisión</translation>
    </message>
    <message>
        <source>not compressed</source>
        <translation>sin comprimir</translation>
    </message>
    <message>
        <source>compressed (zlib)</source>
        <translation>comprimido (zlib)</translation>
    </message>
    <message>
        <source>compressed (zstd)</source>
        <translation>comprimido (zstd)</translation>
    </message>
</context>
<context>
    <name>ForgetLibrary</name>
    <message>
        <source>Forget Library</source>
        <translation>Olvidar biblioteca</translation>
    </message>
    <message>
        <source>Take "%1" from the list?</source>
        <translation>¿Quitar «%1» de la lista?</translation>
    </message>
    <message>
        <source>Its files in %1 stay as they are. Its password is removed from the keyring: make sure that you know it.</source>
        <translation>Sus archivos en %1 se conservan tal como están. Su contraseña se elimina del depósito de claves: asegúrese de que la conoce.</translation>
    </message>
    <message>
        <source>Its files in %1 stay as they are, and it can be opened again there with its password.</source>
        <translation>Sus archivos en %1 se conservan tal como están, y allí puede volver a abrirse con su contraseña.</translation>
    </message>
    <message>
        <source>&amp;Forget It, Keep Its Files</source>
        <translation>&amp;Olvidarla y conservar los archivos</translation>
    </message>
</context>
<context>
    <name>Guarantee</name>
    <message>
        <source>encrypted with the library's key</source>
        <translation>cifrado con la clave de la biblioteca</translation>
    </message>
    <message>
        <source>TLS on top</source>
        <translation>TLS adicional</translation>
    </message>
    <message>
        <source>encrypted; the store never sees plaintext or the key</source>
        <translation>cifrado; el almacén nunca ve el texto en claro ni la clave</translation>
    </message>
    <message>
        <source>no: the service itself must read the image</source>
        <translation>no: el propio servicio debe leer la imagen</translation>
    </message>
    <message>
        <source>TLS &gt;= 1.2</source>
        <translation>TLS &gt;= 1.2</translation>
    </message>
    <message>
        <source>encrypted by the account's KMS key or the store (staging: SSE-KMS, or SSE-S3; result: encrypted snapshot/AMI)</source>
        <translation>cifrado con la clave de KMS de la cuenta o por el almacén (almacenamiento provisional: SSE-KMS o SSE-S3; resultado: instantánea/AMI cifrada)</translation>
    </message>
    <message>
        <source>only if an encrypted export is chosen</source>
        <translation>solo si se elige una exportación cifrada</translation>
    </message>
    <message>
        <source>-</source>
        <comment>no wire</comment>
        <translation>-</translation>
    </message>
    <message>
        <source>as chosen; plaintext needs an explicit confirmation</source>
        <translation>según lo elegido; sin cifrar requiere una confirmación explícita</translation>
    </message>
</context>
<context>
    <name>ImportPurpose</name>
    <message>
        <source>Not decided yet</source>
        <translation>Aún no decidido</translation>
    </message>
</context>
<context>
    <name>ImportRow</name>
    <message>
        <source>%1: %2</source>
        <comment>product, what would go wrong there</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>being looked at...</source>
        <translation>examinando...</translation>
    </message>
    <message>
        <source>Refused: %1</source>
        <translation>Rechazado: %1</translation>
    </message>
    <message>
        <source>New version: the library has an image of this name</source>
        <translation>Nueva versión: la biblioteca ya tiene una imagen con este nombre</translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n advertencia</numerusform>
            <numerusform>%n advertencias</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n nota</numerusform>
            <numerusform>%n notas</numerusform>
        </translation>
    </message>
    <message>
        <source>looking at the disk...</source>
        <translation>mirando el disco...</translation>
    </message>
    <message>
        <source>Not looked at closely: %1</source>
        <translation>No se miró de cerca: %1</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Listo</translation>
    </message>
</context>
<context>
    <name>LibraryText</name>
    <message>
        <source>locked</source>
        <translation>bloqueada</translation>
    </message>
    <message>
        <source>unlocking</source>
        <translation>desbloqueándose</translation>
    </message>
    <message>
        <source>unlocked</source>
        <translation>desbloqueada</translation>
    </message>
    <message>
        <source>unreachable</source>
        <translation>inaccesible</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>state and number of images</comment>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%n image(s)</source>
        <translation>
            <numerusform>%n imagen</numerusform>
            <numerusform>%n imágenes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QObject</name>
    <message>
        <source>Recovery Passphrase</source>
        <translation>Clave de recuperación</translation>
    </message>
    <message>
        <source>The recovery passphrase was not confirmed.</source>
        <translation>No se ha confirmado la clave de recuperación.</translation>
    </message>
    <message>
        <source>The library is made and can be used with its password. If that gets lost and you have no copy of the passphrase, everything in the library is lost.</source>
        <translation>La biblioteca está creada y puede usarse con su contraseña. Si esta se pierde y no tiene una copia de la clave de recuperación, se perderá todo el contenido de la biblioteca.</translation>
    </message>
    <message>
        <source>&amp;Discard the Passphrase</source>
        <translation>&amp;Perder la clave</translation>
    </message>
    <message>
        <source>&amp;Back to the Passphrase</source>
        <translation>&amp;Volver a la clave</translation>
    </message>
</context>
<context>
    <name>Receipt</name>
    <message>
        <source>Scratch volume</source>
        <translation>Volumen de trabajo</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Volumen</translation>
    </message>
    <message>
        <source>Cipher</source>
        <translation>Algoritmo</translation>
    </message>
    <message>
        <source>Quota</source>
        <translation>Cuota</translation>
    </message>
    <message>
        <source>Used at most</source>
        <translation>Uso máximo</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Imagen</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Formato</translation>
    </message>
    <message>
        <source>Disk size</source>
        <translation>Tamaño del disco</translation>
    </message>
    <message>
        <source>Destination</source>
        <translation>Destino</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>Cifrado</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Finalización</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>how and when</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>SHA-256 of the disk</source>
        <translation>SHA-256 del disco</translation>
    </message>
    <message>
        <source>Cleanup</source>
        <translation>Limpieza</translation>
    </message>
    <message>
        <source>Cleanup, attempt %1</source>
        <translation>Limpieza, intento %1</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Evidencia</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Tarea</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>Emitido</translation>
    </message>
    <message>
        <source>Issued by</source>
        <translation>Emitido por</translation>
    </message>
    <message>
        <source>Audit entries</source>
        <translation>Entradas de auditoría</translation>
    </message>
    <message>
        <source>Hash of the entries</source>
        <translation>Hash de las entradas</translation>
    </message>
    <message>
        <source>Nothing of this task is left in scratch: that was done, looked at again, and signed.</source>
        <translation>No queda nada de esta tarea en el espacio de trabajo: se ha destruido, revisado de nuevo y firmado.</translation>
    </message>
    <message>
        <source>It could not be confirmed that nothing of this task is left in scratch.</source>
        <translation>No se pudo confirmar que no quede nada de esta tarea en el espacio de trabajo.</translation>
    </message>
    <message>
        <source>Signed by the key</source>
        <translation>Firmado con la clave</translation>
    </message>
    <message>
        <source>Receipt of a cleanup</source>
        <translation>Recibo de limpieza</translation>
    </message>
</context>
<context>
    <name>TaskColumns</name>
    <message>
        <source>#</source>
        <comment>position in the queue</comment>
        <translation>#</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Destino</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progreso</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Velocidad</translation>
    </message>
    <message>
        <source>Left</source>
        <comment>time left</comment>
        <translation>Restante</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamaño</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>Cifrado</translation>
    </message>
    <message>
        <source>Scratch</source>
        <translation>Vol. de trabajo</translation>
    </message>
    <message>
        <source>Cleanup</source>
        <translation>Limpieza</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Añadida</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Finalizada</translation>
    </message>
    <message>
        <source>The order in which tasks run. Drag rows to change it.</source>
        <translation>El orden en que se ejecutan las tareas. Arrastre las filas para cambiarlo.</translation>
    </message>
    <message>
        <source>The image that is moved.</source>
        <translation>La imagen que se transfiere.</translation>
    </message>
    <message>
        <source>Import into a library, or export out of one.</source>
        <translation>Importación a una biblioteca o exportación desde ella.</translation>
    </message>
    <message>
        <source>Where the data goes.</source>
        <translation>Adónde van los datos.</translation>
    </message>
    <message>
        <source>What the task is doing.</source>
        <translation>Lo que está haciendo la tarea.</translation>
    </message>
    <message>
        <source>How much of the image has been processed; in the end, what became of it.</source>
        <translation>Qué parte de la imagen se ha procesado; al final, el resultado.</translation>
    </message>
    <message>
        <source>How fast it goes, over the last three seconds.</source>
        <translation>La velocidad de los últimos tres segundos.</translation>
    </message>
    <message>
        <source>How long it will take, as soon as that can be told.</source>
        <translation>El tiempo que falta, en cuanto puede estimarse.</translation>
    </message>
    <message>
        <source>The size of the disks inside the image.</source>
        <translation>El tamaño de los discos contenidos en la imagen.</translation>
    </message>
    <message>
        <source>How the data is protected where it goes.</source>
        <translation>Cómo se protegen los datos en su destino.</translation>
    </message>
    <message>
        <source>The task's encrypted scratch volume: its state, and how much of its quota is used.</source>
        <translation>El volumen de trabajo cifrado de la tarea: su estado y cuánto de su cuota se usa.</translation>
    </message>
    <message>
        <source>Whether nothing of the task is left in scratch: destroyed, looked at again, and confirmed.</source>
        <translation>Indica si ya no queda nada de la tarea en el espacio de trabajo: destruido, revisado de nuevo y confirmado.</translation>
    </message>
    <message>
        <source>When the task was added.</source>
        <translation>Cuándo se añadió la tarea.</translation>
    </message>
    <message>
        <source>When the task ended.</source>
        <translation>Cuándo finalizó la tarea.</translation>
    </message>
</context>
<context>
    <name>TaskRow</name>
    <message>
        <source>the cleanup was not confirmed</source>
        <translation>no se confirmó la limpieza</translation>
    </message>
    <message>
        <source>left: %1</source>
        <translation>restos: %1</translation>
    </message>
    <message>
        <source>%1 - %2 stored</source>
        <translation>%1 - %2 almacenados</translation>
    </message>
    <message>
        <source>%1 - %2 written</source>
        <translation>%1 - %2 escritos</translation>
    </message>
    <message>
        <source>-</source>
        <comment>no rate</comment>
        <translation>-</translation>
    </message>
    <message>
        <source>none</source>
        <comment>encryption</comment>
        <translation>ninguno</translation>
    </message>
    <message>
        <source>none</source>
        <comment>scratch</comment>
        <translation>ninguno</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <comment>used / quota</comment>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>to %1</source>
        <comment>destination</comment>
        <translation>destino: %1</translation>
    </message>
    <message>
        <source>encryption %1</source>
        <translation>cifrado: %1</translation>
    </message>
    <message>
        <source>scratch %1</source>
        <translation>volumen de trabajo: %1</translation>
    </message>
    <message>
        <source>cleanup %1</source>
        <translation>limpieza: %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>label and value</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Tarea</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Origen</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Destino</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progreso</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Añadida</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Iniciada</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Finalizada</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Error</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Qué hacer</translation>
    </message>
    <message>
        <source>Scratch</source>
        <translation>Volumen de trabajo</translation>
    </message>
    <message>
        <source>Cleanup</source>
        <translation>Limpieza</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Restos</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>Recibo</translation>
    </message>
    <message>
        <source>Attempt</source>
        <translation>Intento</translation>
    </message>
    <message>
        <source>%1 - all of it is sound</source>
        <translation>%1 - todo está bien</translation>
    </message>
    <message>
        <source>in %1</source>
        <comment>library</comment>
        <translation>en %1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Servicio</translation>
    </message>
</context>
<context>
    <name>TaskText</name>
    <message>
        <source>queued</source>
        <translation>en cola</translation>
    </message>
    <message>
        <source>preflight</source>
        <translation>comprobación previa</translation>
    </message>
    <message>
        <source>transferring</source>
        <translation>transfiriendo</translation>
    </message>
    <message>
        <source>finalizing</source>
        <translation>finalizando</translation>
    </message>
    <message>
        <source>cleaning up</source>
        <translation>limpiando</translation>
    </message>
    <message>
        <source>completed</source>
        <translation>completada</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>en pausa</translation>
    </message>
    <message>
        <source>cancelling</source>
        <translation>cancelando</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>cancelada</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fallida</translation>
    </message>
    <message>
        <source>Helper files removed</source>
        <translation>Archivos auxiliares eliminados</translation>
    </message>
    <message>
        <source>Servers stopped</source>
        <translation>Servidores detenidos</translation>
    </message>
    <message>
        <source>Key erased</source>
        <translation>Clave borrada</translation>
    </message>
    <message>
        <source>Content freed on the disk</source>
        <translation>Contenido liberado en el disco</translation>
    </message>
    <message>
        <source>Volume removed</source>
        <translation>Volumen eliminado</translation>
    </message>
    <message>
        <source>Sockets removed</source>
        <translation>Sockets eliminados</translation>
    </message>
    <message>
        <source>Folder removed</source>
        <translation>Carpeta eliminada</translation>
    </message>
    <message>
        <source>Removal written to the disk</source>
        <translation>Eliminación escrita en el disco</translation>
    </message>
    <message>
        <source>Volume is gone</source>
        <translation>El volumen ya no existe</translation>
    </message>
    <message>
        <source>Folder is gone</source>
        <translation>La carpeta ya no existe</translation>
    </message>
    <message>
        <source>No open file is left</source>
        <translation>No queda ningún archivo abierto</translation>
    </message>
    <message>
        <source>No process is left</source>
        <translation>No queda ningún proceso</translation>
    </message>
    <message>
        <source>No socket is left</source>
        <translation>No queda ningún socket</translation>
    </message>
    <message>
        <source>No mount is left</source>
        <translation>No queda ningún montaje</translation>
    </message>
    <message>
        <source>pausing</source>
        <translation>pausando</translation>
    </message>
    <message>
        <source>import</source>
        <translation>importación</translation>
    </message>
    <message>
        <source>export</source>
        <translation>exportación</translation>
    </message>
    <message>
        <source>verify</source>
        <translation>verificación</translation>
    </message>
    <message>
        <source>creating</source>
        <comment>scratch</comment>
        <translation>creando</translation>
    </message>
    <message>
        <source>ready</source>
        <comment>scratch</comment>
        <translation>listo</translation>
    </message>
    <message>
        <source>in use</source>
        <comment>scratch</comment>
        <translation>en uso</translation>
    </message>
    <message>
        <source>destroying</source>
        <comment>scratch</comment>
        <translation>destruyendo</translation>
    </message>
    <message>
        <source>destroyed</source>
        <comment>scratch</comment>
        <translation>destruido</translation>
    </message>
    <message>
        <source>gone</source>
        <comment>scratch</comment>
        <translation>eliminado</translation>
    </message>
    <message>
        <source>left over</source>
        <comment>scratch</comment>
        <translation>con restos</translation>
    </message>
    <message>
        <source>none yet</source>
        <comment>scratch</comment>
        <translation>aún ninguno</translation>
    </message>
    <message>
        <source>confirmed</source>
        <comment>cleanup</comment>
        <translation>confirmada</translation>
    </message>
    <message>
        <source>unconfirmed</source>
        <comment>cleanup</comment>
        <translation>sin confirmar</translation>
    </message>
    <message>
        <source>pending</source>
        <comment>cleanup</comment>
        <translation>pendiente</translation>
    </message>
    <message>
        <source>traces left</source>
        <translation>quedan restos</translation>
    </message>
    <message>
        <source>none: a plain file, which anybody can read</source>
        <translation>ninguno: un archivo sin cifrar que cualquiera puede leer</translation>
    </message>
    <message>
        <source>AES-256-CTR with Poly1305-AES, before it leaves memory</source>
        <translation>AES-256-CTR con Poly1305-AES, antes de salir de la memoria</translation>
    </message>
    <message>
        <source>The image was not changed. What is stored already is kept: a retry goes on from there.</source>
        <translation>La imagen no se ha modificado. Lo ya almacenado se conserva: un reintento continúa desde ahí.</translation>
    </message>
    <message>
        <source>The library was not changed, and no half-written file is left under the final name.</source>
        <translation>La biblioteca no se ha modificado, y no queda ningún archivo a medio escribir con el nombre definitivo.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>No se ha modificado nada.</translation>
    </message>
    <message>
        <source>What is left is encrypted, by a key that was never anywhere but in memory.</source>
        <translation>Lo que queda está cifrado con una clave que nunca estuvo en otro sitio que en la memoria.</translation>
    </message>
    <message>
        <source>AES-256-CTR with Poly1305-AES; decrypted in memory only</source>
        <translation>AES-256-CTR con Poly1305-AES; descifrado solo en memoria</translation>
    </message>
    <message>
        <source>at EC2</source>
        <comment>encryption</comment>
        <translation>en EC2</translation>
    </message>
    <message>
        <source>%1: sealed before it leaves memory, and opened only by whom it is for</source>
        <translation>%1: sellado antes de salir de la memoria; solo lo abre su destinatario</translation>
    </message>
    <message>
        <source>TLS &gt;= 1.2 on the wire, a KMS key at rest; EC2 itself must read the image</source>
        <translation>TLS &gt;= 1.2 en tránsito, una clave de KMS en reposo; el propio EC2 debe leer la imagen</translation>
    </message>
</context>
<context>
    <name>Text</name>
    <message>
        <source>%1/s</source>
        <comment>a rate</comment>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>per cent</comment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 s</source>
        <comment>seconds</comment>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <comment>minutes</comment>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <comment>hours and minutes</comment>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <comment>minutes and seconds</comment>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>date and time</comment>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>sealift::BandwidthSwitch</name>
    <message>
        <source>How much bandwidth all transfers together may take</source>
        <translation>Ancho de banda que pueden ocupar todas las transferencias juntas</translation>
    </message>
    <message>
        <source>No Limit</source>
        <translation>Sin límite</translation>
    </message>
    <message>
        <source>Limit: %1</source>
        <translation>Límite: %1</translation>
    </message>
    <message>
        <source>off</source>
        <translation>desactivado</translation>
    </message>
    <message>
        <source>Limit: %1, by the schedule</source>
        <translation>Límite: %1, según el horario</translation>
    </message>
</context>
<context>
    <name>sealift::BucketFields</name>
    <message>
        <source>the one that AWS's own tools would use</source>
        <translation>el que usarían las herramientas de AWS</translation>
    </message>
    <message>
        <source>A profile of AWS's configuration files. Keys are never asked for here: they come from there, the environment, or the instance.</source>
        <translation>Un perfil de los archivos de configuración de AWS. Aquí nunca se piden claves: vienen de ahí, del entorno o de la instancia.</translation>
    </message>
    <message>
        <source>what the service says</source>
        <translation>la que indique el servicio</translation>
    </message>
    <message>
        <source>the system's certificates</source>
        <translation>los del sistema</translation>
    </message>
    <message>
        <source>Choos&amp;e...</source>
        <translation>Ele&amp;gir...</translation>
    </message>
    <message>
        <source>Choose the file with certificates</source>
        <translation>Elegir el archivo de certificados</translation>
    </message>
    <message>
        <source>P&amp;rofile:</source>
        <translation>&amp;Perfil:</translation>
    </message>
    <message>
        <source>Re&amp;gion:</source>
        <translation>Reg&amp;ión:</translation>
    </message>
    <message>
        <source>Certificates to Trust</source>
        <translation>Certificados de confianza</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer);;All files (*)</source>
        <translation>Certificados (*.pem *.crt *.cer);;Todos los archivos (*)</translation>
    </message>
    <message>
        <source>Certi&amp;ficates:</source>
        <translation>Certi&amp;ficados:</translation>
    </message>
</context>
<context>
    <name>sealift::CheckList</name>
    <message>
        <source>Checks of the cleanup</source>
        <translation>Comprobaciones de la limpieza</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>aún no</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>sí</translation>
    </message>
    <message>
        <source>no</source>
        <translation>no</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>check and result</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>sealift::Desktop</name>
    <message>
        <source>The list of libraries</source>
        <translation>La lista de bibliotecas</translation>
    </message>
    <message>
        <source>The settings</source>
        <translation>Las preferencias</translation>
    </message>
    <message>
        <source>A service</source>
        <translation>Un servicio</translation>
    </message>
    <message>
        <source>Locked by itself</source>
        <translation>Bloqueo automático</translation>
    </message>
    <message>
        <source>Their keys are no longer in memory: %1</source>
        <translation>Sus claves ya no están en la memoria: %1</translation>
    </message>
    <message>
        <source>The rules about texts</source>
        <translation>Las reglas sobre textos</translation>
    </message>
</context>
<context>
    <name>sealift::DestinationPanel</name>
    <message>
        <source>Destinations</source>
        <translation>Destinos</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Tareas</translation>
    </message>
    <message>
        <source>Libraries</source>
        <translation>Bibliotecas</translation>
    </message>
    <message>
        <source>New Library...</source>
        <translation>Nueva biblioteca...</translation>
    </message>
    <message>
        <source>Make a place where images are kept encrypted</source>
        <translation>Crear un lugar donde las imágenes se guardan cifradas</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>library and state</comment>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n under way</source>
        <translation>
            <numerusform>%n en curso</numerusform>
            <numerusform>%n en curso</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in the list</source>
        <translation>
            <numerusform>%n en la lista</numerusform>
            <numerusform>%n en la lista</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Import into This Library...</source>
        <translation>&amp;Importar a esta biblioteca...</translation>
    </message>
    <message>
        <source>&amp;Export from This Library...</source>
        <translation>&amp;Exportar desde esta biblioteca...</translation>
    </message>
    <message>
        <source>&amp;Lock</source>
        <translation>&amp;Bloquear</translation>
    </message>
    <message>
        <source>&amp;Unlock...</source>
        <translation>&amp;Desbloquear...</translation>
    </message>
    <message>
        <source>Look &amp;Again</source>
        <translation>&amp;Comprobar de nuevo</translation>
    </message>
    <message>
        <source>&amp;Forget...</source>
        <translation>&amp;Olvidar...</translation>
    </message>
    <message>
        <source>&amp;New Library...</source>
        <translation>&amp;Nueva biblioteca...</translation>
    </message>
    <message>
        <source>&amp;Open Library...</source>
        <translation>&amp;Abrir biblioteca...</translation>
    </message>
    <message>
        <source>Forget Library</source>
        <translation>Olvidar biblioteca</translation>
    </message>
    <message>
        <source>Take "%1" from the list?</source>
        <translation>¿Quitar «%1» de la lista?</translation>
    </message>
    <message>
        <source>Its images stay where they are. Its password is taken from this computer's keyring: make sure that you know it, or have its recovery sheet.</source>
        <translation>Sus imágenes permanecen donde están. Su contraseña se elimina del depósito de claves de este equipo: asegúrese de que la conoce o de que tiene la hoja de recuperación.</translation>
    </message>
    <message>
        <source>Forget Library and Password</source>
        <translation>Olvidar biblioteca y contraseña</translation>
    </message>
    <message>
        <source>Amazon EC2</source>
        <translation>Amazon EC2</translation>
    </message>
    <message>
        <source>images and snapshots</source>
        <translation>imágenes e instantáneas</translation>
    </message>
    <message>
        <source>Send images to Amazon EC2, or fetch them from there</source>
        <translation>Enviar imágenes a Amazon EC2 o traerlas de allí</translation>
    </message>
    <message>
        <source>&amp;Send Images to Amazon EC2...</source>
        <translation>&amp;Enviar imágenes a Amazon EC2...</translation>
    </message>
    <message>
        <source>&amp;Import from Amazon EC2...</source>
        <translation>&amp;Importar desde Amazon EC2...</translation>
    </message>
    <message>
        <source>&amp;Export from Amazon EC2...</source>
        <translation>E&amp;xportar desde Amazon EC2...</translation>
    </message>
    <message>
        <source>Cloud</source>
        <translation>Nube</translation>
    </message>
</context>
<context>
    <name>sealift::DetailPane</name>
    <message>
        <source>Details of the task</source>
        <translation>Detalles de la tarea</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Resumen</translation>
    </message>
    <message>
        <source>Scratch Volume</source>
        <translation>Volumen de trabajo</translation>
    </message>
    <message>
        <source>Preflight</source>
        <translation>Comprobación previa</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Registro</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>Recibo</translation>
    </message>
    <message numerus="yes">
        <source>%n tasks are chosen.</source>
        <translation>
            <numerusform>Hay %n tarea seleccionada.</numerusform>
            <numerusform>Hay %n tareas seleccionadas.</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose a task to see its details.</source>
        <translation>Seleccione una tarea para ver sus detalles.</translation>
    </message>
</context>
<context>
    <name>sealift::Dialogs</name>
    <message>
        <source>There is no sample image on this computer</source>
        <translation>No hay ninguna imagen de ejemplo en este equipo</translation>
    </message>
    <message>
        <source>Import any disk image of yours instead.</source>
        <translation>En su lugar, importe cualquiera de sus imágenes de disco.</translation>
    </message>
</context>
<context>
    <name>sealift::DropOverlay</name>
    <message>
        <source>Drop zone</source>
        <translation>Zona para soltar</translation>
    </message>
</context>
<context>
    <name>sealift::Ec2AccountForm</name>
    <message>
        <source>the one that AWS's own tools would use</source>
        <translation>el que usarían las herramientas de AWS</translation>
    </message>
    <message>
        <source>Amazon EC2 is being asked.</source>
        <translation>Se está consultando Amazon EC2.</translation>
    </message>
    <message>
        <source>As %1, account %2, in %3. Credentials: %4</source>
        <translation>Como %1, cuenta %2, en %3. Credenciales: %4</translation>
    </message>
</context>
<context>
    <name>sealift::Ec2Destination</name>
    <message>
        <source>Block by block, without a bucket</source>
        <translation>Bloque a bloque, sin bucket</translation>
    </message>
    <message>
        <source>Through a bucket, by VM Import/Export</source>
        <translation>A través de un bucket, con VM Import/Export</translation>
    </message>
    <message>
        <source>by the store (SSE-S3)</source>
        <translation>por el almacén (SSE-S3)</translation>
    </message>
    <message>
        <source>by a KMS key (SSE-KMS)</source>
        <translation>con una clave de KMS (SSE-KMS)</translation>
    </message>
    <message>
        <source>the account's key for EBS</source>
        <translation>la clave de la cuenta para EBS</translation>
    </message>
    <message>
        <source>The ARN or id of a key. What comes of the import is always encrypted.</source>
        <translation>El ARN o el identificador de una clave. El resultado de la importación siempre está cifrado.</translation>
    </message>
    <message>
        <source>as the disk shows</source>
        <translation>según el disco</translation>
    </message>
    <message>
        <source>&amp;Way:</source>
        <translation>&amp;Vía:</translation>
    </message>
    <message>
        <source>&amp;Bucket:</source>
        <translation>&amp;Bucket:</translation>
    </message>
    <message>
        <source>Encr&amp;yption there:</source>
        <translation>Cifrado a&amp;llí:</translation>
    </message>
    <message>
        <source>&amp;KMS key:</source>
        <translation>Clave de &amp;KMS:</translation>
    </message>
    <message>
        <source>Pro&amp;cessor:</source>
        <translation>Pr&amp;ocesador:</translation>
    </message>
    <message>
        <source>The disks lie there encrypted while EC2 reads them, and are removed again.</source>
        <translation>Los discos quedan allí cifrados mientras EC2 los lee, y después se eliminan.</translation>
    </message>
    <message>
        <source>Disks are removed from there again, and Sealift looks.</source>
        <translation>Los discos se eliminan de allí después, y Sealift lo comprueba.</translation>
    </message>
    <message>
        <source>Fir&amp;mware:</source>
        <translation>Firm&amp;ware:</translation>
    </message>
</context>
<context>
    <name>sealift::Ec2ImportDialog</name>
    <message>
        <source>Import from Amazon EC2</source>
        <translation>Importar desde Amazon EC2</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>Imp&amp;ortar</translation>
    </message>
    <message>
        <source>Na&amp;me:</source>
        <translation>No&amp;mbre:</translation>
    </message>
    <message>
        <source>This account has neither images nor snapshots in this region.</source>
        <translation>Esta cuenta no tiene imágenes ni instantáneas en esta región.</translation>
    </message>
    <message numerus="yes">
        <source>%n disk(s), read block by block; nothing is changed at EC2.</source>
        <translation>
            <numerusform>%n disco, leído bloque a bloque; en EC2 no se cambia nada.</numerusform>
            <numerusform>%n discos, leídos bloque a bloque; en EC2 no se cambia nada.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sealift::Ec2OriginList</name>
    <message>
        <source>Images and snapshots at EC2</source>
        <translation>Imágenes e instantáneas en EC2</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Identificador</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamaño</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>Cifrado</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Fecha</translation>
    </message>
    <message>
        <source>image (AMI)</source>
        <translation>imagen (AMI)</translation>
    </message>
    <message>
        <source>snapshot</source>
        <translation>instantánea</translation>
    </message>
    <message>
        <source>KMS key</source>
        <translation>clave de KMS</translation>
    </message>
    <message>
        <source>none</source>
        <comment>encryption at EC2</comment>
        <translation>ninguno</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>sealift::ElidedLabel</name>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
</context>
<context>
    <name>sealift::EmptyPage</name>
    <message>
        <source>Drop disk images here, and they are kept encrypted in your library.</source>
        <translation>Suelte aquí imágenes de disco y se guardarán cifradas en su biblioteca.</translation>
    </message>
    <message>
        <source>Import Images...</source>
        <translation>Importar imágenes...</translation>
    </message>
    <message>
        <source>Try it with the sample image</source>
        <translation>Probar con la imagen de ejemplo</translation>
    </message>
    <message>
        <source>Imports the small bootable disk that comes with Sealift</source>
        <translation>Importa el pequeño disco de arranque incluido en Sealift</translation>
    </message>
</context>
<context>
    <name>sealift::ExistingLibraryPage</name>
    <message>
        <source>Where is the library?</source>
        <translation>¿Dónde está la biblioteca?</translation>
    </message>
    <message>
        <source>&amp;Unlock</source>
        <translation>&amp;Desbloquear</translation>
    </message>
    <message>
        <source>A folder that Sealift or restic made, on this computer, a drive, or a share; or a place in a bucket.</source>
        <translation>Una carpeta creada por Sealift o restic, en este equipo, una unidad o un recurso compartido; o un lugar de un bucket.</translation>
    </message>
</context>
<context>
    <name>sealift::ExportEc2Page</name>
    <message>
        <source>Which disk at EC2?</source>
        <translation>¿Qué disco de EC2?</translation>
    </message>
    <message>
        <source>Its blocks are read directly, also those of encrypted snapshots; nothing is changed at EC2.</source>
        <translation>Sus bloques se leen directamente, también los de instantáneas cifradas; en EC2 no se cambia nada.</translation>
    </message>
    <message>
        <source>&amp;Disk:</source>
        <translation>D&amp;isco:</translation>
    </message>
    <message>
        <source>This account has neither images nor snapshots in this region.</source>
        <translation>Esta cuenta no tiene imágenes ni instantáneas en esta región.</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>sealift::ExportImagePage</name>
    <message>
        <source>Which image?</source>
        <translation>¿Qué imagen?</translation>
    </message>
    <message>
        <source>The image stays in the library; a copy of its disk is written.</source>
        <translation>La imagen permanece en la biblioteca; se escribe una copia de su disco.</translation>
    </message>
    <message>
        <source>&amp;Library:</source>
        <translation>&amp;Biblioteca:</translation>
    </message>
    <message>
        <source>&amp;Disk:</source>
        <translation>D&amp;isco:</translation>
    </message>
    <message>
        <source>There is no library yet: make or open one first.</source>
        <translation>Aún no hay ninguna biblioteca: cree o abra una primero.</translation>
    </message>
    <message>
        <source>Unlock the library to see its images.</source>
        <translation>Desbloquee la biblioteca para ver sus imágenes.</translation>
    </message>
    <message>
        <source>The library is being unlocked.</source>
        <translation>Se está desbloqueando la biblioteca.</translation>
    </message>
    <message>
        <source>There is no image in this library yet.</source>
        <translation>Aún no hay imágenes en esta biblioteca.</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>sealift::ExportLibraryPage</name>
    <message>
        <source>Which library?</source>
        <translation>¿Qué biblioteca?</translation>
    </message>
    <message>
        <source>The image keeps its name, its disks and all that is known of it. What is there already is not sent.</source>
        <translation>La imagen conserva su nombre, sus discos y todo lo que se sabe de ella. Lo que ya está allí no se envía.</translation>
    </message>
    <message>
        <source>This is the library that the image is in. Choose another one.</source>
        <translation>La imagen ya está en esta biblioteca. Elija otra.</translation>
    </message>
</context>
<context>
    <name>sealift::ExportPlacePage</name>
    <message>
        <source>The file appears when it is complete and checked, or not at all. Only you can read it.</source>
        <translation>El archivo aparece cuando está completo y comprobado; si no, no aparece. Solo usted puede leerlo.</translation>
    </message>
    <message>
        <source>C&amp;hoose...</source>
        <translation>&amp;Elegir...</translation>
    </message>
    <message>
        <source>&amp;File:</source>
        <translation>Arc&amp;hivo:</translation>
    </message>
    <message>
        <source>Export to File</source>
        <translation>Exportar a un archivo</translation>
    </message>
    <message>
        <source>Name a file.</source>
        <translation>Indique un nombre de archivo.</translation>
    </message>
    <message>
        <source>This is a folder. Add the name of the file.</source>
        <translation>Esto es una carpeta. Añada el nombre del archivo.</translation>
    </message>
    <message>
        <source>This is a device or the like. Sealift writes files only.</source>
        <translation>Esto es un dispositivo o algo similar. Sealift solo escribe archivos.</translation>
    </message>
    <message>
        <source>There is no folder %1.</source>
        <translation>No existe la carpeta %1.</translation>
    </message>
    <message>
        <source>This is inside the library. Choose a folder outside it.</source>
        <translation>Está dentro de la biblioteca. Elija una carpeta fuera de ella.</translation>
    </message>
    <message>
        <source>You may not write in this folder. Choose another one.</source>
        <translation>No tiene permiso para escribir en esta carpeta. Elija otra.</translation>
    </message>
    <message>
        <source>The disk is too full: up to %1 is needed, and %2 is free.</source>
        <translation>No hay suficiente espacio en el disco: se necesitan hasta %1 y hay %2 libres.</translation>
    </message>
    <message>
        <source>Up to %1 is needed, and %2 is free.</source>
        <translation>Se necesitan hasta %1 y hay %2 libres.</translation>
    </message>
    <message>
        <source>Up to %1 is needed.</source>
        <translation>Se necesitan hasta %1.</translation>
    </message>
    <message>
        <source>Where to?</source>
        <translation>¿Adónde?</translation>
    </message>
    <message>
        <source>A file on this computer, a drive or a share</source>
        <translation>Un archivo en este equipo, una unidad o un recurso compartido</translation>
    </message>
    <message>
        <source>An object in a bucket of an S3 service</source>
        <translation>Un objeto en un bucket de un servicio S3</translation>
    </message>
    <message>
        <source>&amp;Kind:</source>
        <translation>&amp;Tipo:</translation>
    </message>
    <message>
        <source>The object appears when it is complete and checked, or not at all.</source>
        <translation>El objeto aparece cuando está completo y comprobado, o no aparece.</translation>
    </message>
    <message>
        <source>A&amp;ddress:</source>
        <translation>&amp;Dirección:</translation>
    </message>
    <message>
        <source>s3:https://HOST/BUCKET/NAME, or s3:REGION/BUCKET/NAME for Amazon S3</source>
        <translation>s3:https://HOST/BUCKET/NOMBRE, o s3:REGION/BUCKET/NOMBRE para Amazon S3</translation>
    </message>
    <message>
        <source>Name the service, the bucket and the object.</source>
        <translation>Indique el servicio, el bucket y el objeto.</translation>
    </message>
    <message>
        <source>The address of an object begins with "s3:".</source>
        <translation>La dirección de un objeto empieza por «s3:».</translation>
    </message>
    <message>
        <source>This is inside the library. Choose a place outside it.</source>
        <translation>Está dentro de la biblioteca. Elija un lugar fuera de ella.</translation>
    </message>
    <message>
        <source>The bucket answers. Up to %1 is sent.</source>
        <translation>El bucket responde. Se enviarán hasta %1.</translation>
    </message>
    <message>
        <source>Re&amp;place "%1": what is in it now is lost</source>
        <translation>Reempla&amp;zar «%1»: se perderá su contenido actual</translation>
    </message>
    <message>
        <source>There is something of this name already.</source>
        <translation>Ya existe algo con este nombre.</translation>
    </message>
</context>
<context>
    <name>sealift::ExportProtectionPage</name>
    <message>
        <source>How is the file protected?</source>
        <translation>¿Cómo se protege el archivo?</translation>
    </message>
    <message>
        <source>A plain file protects nothing</source>
        <translation>Un archivo sin cifrar no protege nada</translation>
    </message>
    <message>
        <source>Whoever gets hold of it, or of the medium that it was on, can read everything on the disk: files, passwords, keys. Deleting it later does not erase it. Its permissions let no other user of this computer open it; a copy elsewhere may be open to all.</source>
        <translation>Quien obtenga el archivo, o el medio en el que haya estado, puede leer todo lo que hay en el disco: archivos, contraseñas, claves. Eliminarlo después no lo borra. Sus permisos impiden que otros usuarios de este equipo lo abran; una copia en otro lugar puede quedar abierta a todos.</translation>
    </message>
    <message>
        <source>I &amp;understand that everybody who gets "%1" can read what is on this disk</source>
        <translation>&amp;Entiendo que cualquiera que obtenga «%1» puede leer lo que hay en este disco</translation>
    </message>
    <message>
        <source>Sealed, it can be opened only by whom it is for: it is encrypted before it leaves memory.</source>
        <translation>Sellado, solo puede abrirlo su destinatario: se cifra antes de salir de la memoria.</translation>
    </message>
    <message>
        <source>For the owners of certi&amp;ficates (CMS)</source>
        <translation>Para los titulares de certi&amp;ficados (CMS)</translation>
    </message>
    <message>
        <source>For recipients of &amp;age</source>
        <translation>Para destinatarios de &amp;age</translation>
    </message>
    <message>
        <source>&amp;With a passphrase, in the format of age</source>
        <translation>&amp;Con una frase de contraseña, en el formato de age</translation>
    </message>
    <message>
        <source>As a &amp;LUKS volume with a passphrase, which QEMU opens: qcow2 and raw</source>
        <translation>Como volumen &amp;LUKS con una frase de contraseña, que QEMU abre: qcow2 y raw</translation>
    </message>
    <message>
        <source>Pla&amp;in, as hypervisors need it: not encrypted any more</source>
        <translation>Sin c&amp;ifrar, como lo necesitan los hipervisores: ya no está cifrado</translation>
    </message>
    <message>
        <source>The name will be %1.</source>
        <translation>El nombre será %1.</translation>
    </message>
    <message>
        <source>There is something called %1 already: go back, and choose another name.</source>
        <translation>Ya existe algo llamado %1: vuelva atrás y elija otro nombre.</translation>
    </message>
    <message>
        <source>Whoever may read the bucket, or gets hold of a copy, can read everything on the disk: files, passwords, keys. Deleting it later does not reach copies.</source>
        <translation>Quien pueda leer el bucket, o consiga una copia, puede leer todo lo que hay en el disco: archivos, contraseñas, claves. Eliminarlo después no alcanza a las copias.</translation>
    </message>
</context>
<context>
    <name>sealift::ExportReviewPage</name>
    <message>
        <source>Is this right?</source>
        <translation>¿Es correcto?</translation>
    </message>
    <message>
        <source>The export becomes a task in the queue. Every piece is verified before it is written.</source>
        <translation>La exportación pasa a ser una tarea de la cola. Cada fragmento se verifica antes de escribirse.</translation>
    </message>
    <message>
        <source>Export &amp;Unencrypted</source>
        <translation>Exportar sin &amp;cifrar</translation>
    </message>
    <message>
        <source>Image:</source>
        <translation>Imagen:</translation>
    </message>
    <message>
        <source>For:</source>
        <translation>Para:</translation>
    </message>
    <message>
        <source>Format:</source>
        <translation>Formato:</translation>
    </message>
    <message>
        <source>File:</source>
        <translation>Archivo:</translation>
    </message>
    <message>
        <source>Protection:</source>
        <translation>Protección:</translation>
    </message>
    <message>
        <source>Size:</source>
        <translation>Tamaño:</translation>
    </message>
    <message>
        <source>Time:</source>
        <translation>Tiempo:</translation>
    </message>
    <message>
        <source>%1, stored %2, in %3</source>
        <translation>%1, almacenada el %2, en %3</translation>
    </message>
    <message>
        <source>a format of your choice</source>
        <translation>un formato de su elección</translation>
    </message>
    <message>
        <source>none: a plain disk image that everybody who gets it can read</source>
        <translation>ninguna: una imagen de disco sin cifrar que puede leer cualquiera que la obtenga</translation>
    </message>
    <message>
        <source>up to %1 in the file, for a disk of %2</source>
        <translation>hasta %1 en el archivo, para un disco de %2</translation>
    </message>
    <message>
        <source>about %1, as fast as the slower of both disks</source>
        <translation>unos %1, a la velocidad del más lento de los dos discos</translation>
    </message>
    <message numerus="yes">
        <source>OVA, OVF %1: %n disk(s); %2</source>
        <translation>
            <numerusform>OVA, OVF %1: %n disco; %2</numerusform>
            <numerusform>OVA, OVF %1: %n discos; %2</numerusform>
        </translation>
    </message>
    <message>
        <source>sealed (CMS), for the keys of %1</source>
        <translation>sellado (CMS), para las claves de %1</translation>
    </message>
    <message>
        <source>sealed (age), for %1</source>
        <translation>sellado (age), para %1</translation>
    </message>
    <message>
        <source>sealed (age), by a passphrase</source>
        <translation>sellado (age), con una frase de contraseña</translation>
    </message>
    <message>
        <source>a LUKS volume, opened by a passphrase</source>
        <translation>un volumen LUKS, que se abre con una frase de contraseña</translation>
    </message>
    <message>
        <source>%1, straight out of EC2 in %2</source>
        <translation>%1, directamente de EC2 en %2</translation>
    </message>
    <message>
        <source>%1, at %2</source>
        <comment>library and its place</comment>
        <translation>%1, en %2</translation>
    </message>
    <message numerus="yes">
        <source>%n disk(s), without what is there already</source>
        <translation>
            <numerusform>%n disco, sin lo que ya está allí</numerusform>
            <numerusform>%n discos, sin lo que ya está allí</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Copiar</translation>
    </message>
    <message>
        <source>%1, in place of what is there</source>
        <translation>%1, en lugar de lo que hay allí</translation>
    </message>
    <message>
        <source>&amp;Export Sealed</source>
        <translation>&amp;Exportar sellado</translation>
    </message>
</context>
<context>
    <name>sealift::ExportTargetPage</name>
    <message>
        <source>Where will it run?</source>
        <translation>¿Dónde se ejecutará?</translation>
    </message>
    <message>
        <source>That decides the format of the file.</source>
        <translation>De ello depende el formato del archivo.</translation>
    </message>
    <message>
        <source>Hypervisor</source>
        <translation>Hipervisor</translation>
    </message>
    <message>
        <source>%1
%2</source>
        <translation>%1
%2</translation>
    </message>
    <message>
        <source>Something else
Choose the format yourself, for example a raw device image</source>
        <translation>Otro
Elija usted el formato, por ejemplo, una imagen de dispositivo sin formato (raw)</translation>
    </message>
    <message>
        <source>De&amp;tails</source>
        <translation>De&amp;talles</translation>
    </message>
    <message>
        <source>The details differ from what %1 is known to take.</source>
        <translation>Los detalles difieren de lo que se sabe que admite %1.</translation>
    </message>
    <message>
        <source>As an &amp;appliance (OVA): the whole machine, with all its disks</source>
        <translation>Como &amp;appliance (OVA): la máquina entera, con todos sus discos</translation>
    </message>
    <message numerus="yes">
        <source>%n disk(s)</source>
        <translation>
            <numerusform>%n disco</numerusform>
            <numerusform>%n discos</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, and the machine as its own description has it.</source>
        <translation>%1, y la máquina tal como la da su propia descripción.</translation>
    </message>
    <message>
        <source>%1. The image came without a description of its machine: look at the details.</source>
        <translation>%1. La imagen vino sin descripción de su máquina: mire los detalles.</translation>
    </message>
    <message>
        <source>Nowhere yet: into another library
Encrypted with its key, with all disks and as it is stored</source>
        <translation>En ningún sitio aún: a otra biblioteca
Cifrada con su clave, con todos los discos y tal como está guardada</translation>
    </message>
</context>
<context>
    <name>sealift::ExportWizard</name>
    <message>
        <source>Export Image</source>
        <translation>Exportar imagen</translation>
    </message>
    <message>
        <source>Export from Amazon EC2</source>
        <translation>Exportar desde Amazon EC2</translation>
    </message>
</context>
<context>
    <name>sealift::FactList</name>
    <message>
        <source>%1: %2</source>
        <comment>label and value</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>sealift::FormatDetails</name>
    <message>
        <source>Round the disk's si&amp;ze up to whole MiB</source>
        <translation>Redondear el ta&amp;maño del disco a MiB enteros, hacia arriba</translation>
    </message>
    <message>
        <source>Fo&amp;rmat:</source>
        <translation>&amp;Formato:</translation>
    </message>
    <message>
        <source>K&amp;ind:</source>
        <translation>T&amp;ipo:</translation>
    </message>
    <message>
        <source>Co&amp;mpression:</source>
        <translation>Com&amp;presión:</translation>
    </message>
    <message>
        <source>Bl&amp;ock size:</source>
        <translation>Tamaño de blo&amp;que:</translation>
    </message>
    <message>
        <source>there is only one</source>
        <translation>solo hay uno</translation>
    </message>
    <message>
        <source>as suits the disk</source>
        <translation>según el disco</translation>
    </message>
</context>
<context>
    <name>sealift::GuaranteeView</name>
    <message>
        <source>What is promised for this destination</source>
        <translation>Qué se garantiza para este destino</translation>
    </message>
    <message>
        <source>Before sending</source>
        <translation>Antes del envío</translation>
    </message>
    <message>
        <source>On the wire</source>
        <translation>En tránsito</translation>
    </message>
    <message>
        <source>At rest</source>
        <translation>En reposo</translation>
    </message>
</context>
<context>
    <name>sealift::HelpWindow</name>
    <message>
        <source>Help</source>
        <translation>Ayuda</translation>
    </message>
    <message>
        <source>&amp;Contents</source>
        <translation>&amp;Contenido</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Atrás</translation>
    </message>
    <message>
        <source>&amp;Forward</source>
        <translation>A&amp;delante</translation>
    </message>
</context>
<context>
    <name>sealift::ImageList</name>
    <message>
        <source>Search images</source>
        <translation>Buscar imágenes</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Imágenes</translation>
    </message>
</context>
<context>
    <name>sealift::ImageModel</name>
    <message>
        <source>stored by restic</source>
        <translation>almacenada por restic</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>desconocido</translation>
    </message>
    <message>
        <source>Snapshot %1, stored by %2 on %3, %4</source>
        <translation>Instantánea %1, almacenada por %2 en %3, %4</translation>
    </message>
    <message>
        <source>Bytes that are neither empty nor zero. What is stored of them is compressed, and shared with other images.</source>
        <translation>Bytes que no están vacíos ni son ceros. Lo que se almacena de ellos se comprime y se comparte con otras imágenes.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Disks</source>
        <translation>Discos</translation>
    </message>
    <message>
        <source>Disk size</source>
        <translation>Tamaño del disco</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Datos</translation>
    </message>
    <message>
        <source>Stored</source>
        <translation>Almacenada</translation>
    </message>
    <message>
        <source>Came as</source>
        <translation>Formato original</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Etiquetas</translation>
    </message>
</context>
<context>
    <name>sealift::ImagesView</name>
    <message>
        <source>Nothing else in the library was changed.</source>
        <translation>No se ha modificado nada más en la biblioteca.</translation>
    </message>
    <message>
        <source>&amp;Import...</source>
        <translation>&amp;Importar...</translation>
    </message>
    <message>
        <source>E&amp;xport...</source>
        <translation>E&amp;xportar...</translation>
    </message>
    <message>
        <source>Edit &amp;Tags...</source>
        <translation>Edi&amp;tar etiquetas...</translation>
    </message>
    <message>
        <source>&amp;Delete...</source>
        <translation>&amp;Eliminar...</translation>
    </message>
    <message>
        <source>&amp;Unlock...</source>
        <translation>&amp;Desbloquear...</translation>
    </message>
    <message>
        <source>%1 is locked</source>
        <translation>%1 está bloqueada</translation>
    </message>
    <message>
        <source>Its images can be listed once you have unlocked it.</source>
        <translation>Sus imágenes podrán verse cuando la haya desbloqueado.</translation>
    </message>
    <message>
        <source>%1 is being unlocked</source>
        <translation>Se está desbloqueando %1</translation>
    </message>
    <message>
        <source>What is stored in it stays as it is.</source>
        <translation>Lo que contiene se conserva tal como está.</translation>
    </message>
    <message>
        <source>The images below can be read.</source>
        <translation>Las imágenes siguientes se pueden leer.</translation>
    </message>
    <message>
        <source>There is no image in %1 yet</source>
        <translation>Aún no hay imágenes en %1</translation>
    </message>
    <message>
        <source>Import one: drop a disk image here, or choose Import.</source>
        <translation>Importe una: suelte aquí una imagen de disco o elija Importar.</translation>
    </message>
    <message>
        <source>Edit Tags</source>
        <translation>Editar etiquetas</translation>
    </message>
    <message>
        <source>Tags of %1, with commas between them:</source>
        <translation>Etiquetas de %1, separadas por comas:</translation>
    </message>
    <message>
        <source>&amp;Verify</source>
        <translation>&amp;Verificar</translation>
    </message>
    <message>
        <source>Reads all of the chosen images, and compares it with what was stored: a task each</source>
        <translation>Lee enteras las imágenes elegidas y las compara con lo que se guardó: una tarea cada una</translation>
    </message>
    <message>
        <source>Re&amp;name...</source>
        <translation>Cambiar &amp;nombre...</translation>
    </message>
    <message>
        <source>An image needs a name.</source>
        <translation>Una imagen necesita un nombre.</translation>
    </message>
    <message>
        <source>A name has no "/", and is not "." or "..".</source>
        <translation>Un nombre no lleva «/» y no es «.» ni «..».</translation>
    </message>
    <message>
        <source>Rename Image</source>
        <translation>Cambiar el nombre de la imagen</translation>
    </message>
    <message>
        <source>Name of %1:</source>
        <translation>Nombre de %1:</translation>
    </message>
</context>
<context>
    <name>sealift::ImportFindings</name>
    <message>
        <source>What was found in the image</source>
        <translation>Lo que se encontró en la imagen</translation>
    </message>
    <message>
        <source>What was found in %1:</source>
        <translation>Lo que se encontró en %1:</translation>
    </message>
    <message>
        <source>Go on in spite of t&amp;his, and import it as it is</source>
        <translation>&amp;Seguir a pesar de esto e importarla tal cual</translation>
    </message>
</context>
<context>
    <name>sealift::ImportModel</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 needs a name.</source>
        <translation>%1 necesita un nombre.</translation>
    </message>
    <message>
        <source>Two images would be named "%1". Give one of them another name.</source>
        <translation>Dos imágenes se llamarían «%1». Dé otro nombre a una de ellas.</translation>
    </message>
    <message>
        <source>Name in the library</source>
        <translation>Nombre en la biblioteca</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Archivo</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Formato</translation>
    </message>
    <message>
        <source>Disk size</source>
        <translation>Tamaño del disco</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Name at EC2</source>
        <translation>Nombre en EC2</translation>
    </message>
</context>
<context>
    <name>sealift::ImportOptions</name>
    <message>
        <source>Import &amp;straight away next time, where nothing is left to decide</source>
        <translation>Importar directa&amp;mente la próxima vez si no queda nada por decidir</translation>
    </message>
    <message>
        <source>&amp;Options</source>
        <translation>&amp;Opciones</translation>
    </message>
    <message>
        <source>Automatic: where it pays</source>
        <translation>Automática: donde compensa</translation>
    </message>
    <message>
        <source>Off: for data that is compressed already</source>
        <translation>Desactivada: para datos ya comprimidos</translation>
    </message>
    <message>
        <source>Maximum: smaller, and slower</source>
        <translation>Máxima: menor tamaño, pero más lenta</translation>
    </message>
    <message>
        <source> MiB</source>
        <translation> MiB</translation>
    </message>
    <message>
        <source>Size of the files that the library stores. Larger ones suit slow stores and shares.</source>
        <translation>Tamaño de los archivos que almacena la biblioteca. Los más grandes convienen a los almacenes y recursos compartidos lentos.</translation>
    </message>
    <message>
        <source>&amp;Compression:</source>
        <translation>&amp;Compresión:</translation>
    </message>
    <message>
        <source>&amp;Pack size:</source>
        <translation>Tamaño de &amp;paquete:</translation>
    </message>
</context>
<context>
    <name>sealift::ImportSheet</name>
    <message>
        <source>Import Images</source>
        <translation>Importar imágenes</translation>
    </message>
    <message>
        <source>Images to import</source>
        <translation>Imágenes que importar</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>&amp;Importar</translation>
    </message>
    <message>
        <source>Encryption: always on</source>
        <translation>Cifrado: siempre activo</translation>
    </message>
    <message>
        <source>Encrypted with the library's key in this computer's memory, before sending. At rest: encrypted; the store never sees plaintext or the key.</source>
        <translation>Se cifra con la clave de la biblioteca en la memoria de este equipo, antes del envío. En reposo: cifrado; el almacén nunca ve el texto en claro ni la clave.</translation>
    </message>
    <message>
        <source>&amp;Add Files...</source>
        <translation>&amp;Añadir archivos...</translation>
    </message>
    <message>
        <source>Images to Import</source>
        <translation>Imágenes que importar</translation>
    </message>
    <message>
        <source>Disk images (*.raw *.img *.qcow2 *.vmdk *.vhd *.vhdx *.vdi *.ova *.ovf *.gz *.xz *.bz2 *.zst);;All files (*)</source>
        <translation>Imágenes de disco (*.raw *.img *.qcow2 *.vmdk *.vhd *.vhdx *.vdi *.ova *.ovf *.gz *.xz *.bz2 *.zst);;Todos los archivos (*)</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) cannot be imported</source>
        <translation>
            <numerusform>No se puede importar %n archivo</numerusform>
            <numerusform>No se pueden importar %n archivos</numerusform>
        </translation>
    </message>
    <message>
        <source>The files are being looked at.</source>
        <translation>Se están examinando los archivos.</translation>
    </message>
    <message>
        <source>Add disk images: raw, qcow2, VMDK, VHD, VHDX or VDI.</source>
        <translation>Añada imágenes de disco: raw, qcow2, VMDK, VHD, VHDX o VDI.</translation>
    </message>
    <message>
        <source>None of the files can be imported.</source>
        <translation>No se puede importar ninguno de los archivos.</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Import %n image(s)</source>
        <translation>
            <numerusform>&amp;Importar %n imagen</numerusform>
            <numerusform>&amp;Importar %n imágenes</numerusform>
        </translation>
    </message>
    <message>
        <source>Path of %1</source>
        <translation>Ruta de %1</translation>
    </message>
    <message>
        <source>What is on the disks is being looked at. You need not wait for it.</source>
        <translation>Se está mirando el contenido de los discos. No hace falta esperar.</translation>
    </message>
    <message>
        <source>A library</source>
        <translation>Una biblioteca</translation>
    </message>
    <message>
        <source>Amazon EC2, as an image (AMI)</source>
        <translation>Amazon EC2, como imagen (AMI)</translation>
    </message>
    <message>
        <source>Amazon EBS, as a snapshot</source>
        <translation>Amazon EBS, como instantánea</translation>
    </message>
    <message>
        <source>Remo&amp;ve</source>
        <translation>&amp;Quitar</translation>
    </message>
    <message>
        <source>&amp;Destination:</source>
        <translation>&amp;Destino:</translation>
    </message>
</context>
<context>
    <name>sealift::LibraryChoice</name>
    <message>
        <source>%1 (locked)</source>
        <translation>%1 (bloqueada)</translation>
    </message>
    <message>
        <source>%1 (being unlocked)</source>
        <translation>%1 (desbloqueándose)</translation>
    </message>
    <message>
        <source>%1 (cannot be reached)</source>
        <translation>%1 (inaccesible)</translation>
    </message>
    <message>
        <source>&amp;Unlock...</source>
        <translation>&amp;Desbloquear...</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Biblioteca</translation>
    </message>
</context>
<context>
    <name>sealift::LibraryDestination</name>
    <message>
        <source>to find the images by, with commas between them; may be empty</source>
        <translation>para encontrar las imágenes, separadas por comas; puede quedar vacío</translation>
    </message>
    <message>
        <source>&amp;Library:</source>
        <translation>&amp;Biblioteca:</translation>
    </message>
    <message>
        <source>&amp;Tags:</source>
        <translation>&amp;Etiquetas:</translation>
    </message>
    <message>
        <source>What would go wrong there is shown beside each image. It can be imported all the same.</source>
        <translation>Lo que allí fallaría se muestra junto a cada imagen. Se puede importar de todos modos.</translation>
    </message>
    <message>
        <source>To run o&amp;n:</source>
        <translation>Para e&amp;jecutar en:</translation>
    </message>
    <message>
        <source>There is no library yet: make or open one first.</source>
        <translation>Aún no hay ninguna biblioteca: cree o abra una primero.</translation>
    </message>
    <message>
        <source>Unlock the library, so that images can be encrypted.</source>
        <translation>Desbloquee la biblioteca para poder cifrar las imágenes.</translation>
    </message>
    <message>
        <source>The library is being unlocked.</source>
        <translation>Se está desbloqueando la biblioteca.</translation>
    </message>
    <message numerus="yes">
        <source>%n tag(s)</source>
        <translation>
            <numerusform>%n etiqueta</numerusform>
            <numerusform>%n etiquetas</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sealift::LockForm</name>
    <message>
        <source>Also when the &amp;screen is locked, and before the computer sleeps</source>
        <translation>También cuando se bloquea la &amp;pantalla y antes de que el equipo se suspenda</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nunca</translation>
    </message>
    <message>
        <source> min without input</source>
        <translation> min sin actividad</translation>
    </message>
    <message>
        <source>Go on, and their library is locked after them</source>
        <translation>Continúan, y su biblioteca se bloquea después</translation>
    </message>
    <message>
        <source>Stop, until their library is unlocked</source>
        <translation>Se detienen hasta que se desbloquee su biblioteca</translation>
    </message>
    <message>
        <source>Locking a library erases its key and its password from memory.</source>
        <translation>Al bloquear una biblioteca, su clave y su contraseña se borran de la memoria.</translation>
    </message>
    <message>
        <source>&amp;Lock libraries after:</source>
        <translation>&amp;Bloquear las bibliotecas tras:</translation>
    </message>
    <message>
        <source>Tasks &amp;under way:</source>
        <translation>Tareas en c&amp;urso:</translation>
    </message>
    <message>
        <source>Imports then go on where they were; exports begin anew.</source>
        <translation>Las importaciones siguen entonces donde estaban; las exportaciones empiezan de nuevo.</translation>
    </message>
    <message>
        <source>Keys of running tasks stay in memory until then. Paused tasks are stopped.</source>
        <translation>Las claves de las tareas en curso permanecen en memoria hasta entonces. Las tareas en pausa se detienen.</translation>
    </message>
</context>
<context>
    <name>sealift::LogModel</name>
    <message>
        <source>Entry %1 of the audit log: %2</source>
        <comment>number and content</comment>
        <translation>Entrada %1 del registro de auditoría: %2</translation>
    </message>
    <message>
        <source>audit log</source>
        <translation>registro de auditoría</translation>
    </message>
    <message>
        <source>task</source>
        <translation>tarea</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Hora</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Origen</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Suceso</translation>
    </message>
</context>
<context>
    <name>sealift::LogPage</name>
    <message>
        <source>Search the log</source>
        <translation>Buscar en el registro</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Registro</translation>
    </message>
    <message>
        <source>Copy All</source>
        <translation>Copiar todo</translation>
    </message>
    <message>
        <source>Copy the whole log as text</source>
        <translation>Copiar todo el registro como texto</translation>
    </message>
</context>
<context>
    <name>sealift::MainWindow</name>
    <message>
        <source>Sealift</source>
        <translation>Sealift</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Herramientas</translation>
    </message>
    <message>
        <source>About Sealift</source>
        <translation>Acerca de Sealift</translation>
    </message>
    <message>
        <source>&lt;h3&gt;Sealift %1&lt;/h3&gt;&lt;p&gt;Moves disk images of virtual machines between hypervisors and libraries that only you can read.&lt;/p&gt;</source>
        <translation>&lt;h3&gt;Sealift %1&lt;/h3&gt;&lt;p&gt;Transfiere imágenes de disco de máquinas virtuales entre hipervisores y bibliotecas que solo usted puede leer.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>The list of tasks</source>
        <translation>La lista de tareas</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Guardado como %1</translation>
    </message>
    <message>
        <source>Some of what was copied cannot be imported</source>
        <translation>Parte de lo copiado no se puede importar</translation>
    </message>
    <message>
        <source>There is no file to import in the clipboard</source>
        <translation>No hay ningún archivo que importar en el portapapeles</translation>
    </message>
    <message>
        <source>Copy disk images in the file manager first.</source>
        <translation>Copie primero imágenes de disco en el gestor de archivos.</translation>
    </message>
</context>
<context>
    <name>sealift::MfaDialog</name>
    <message>
        <source>Code of the MFA Device</source>
        <translation>Código del dispositivo MFA</translation>
    </message>
    <message>
        <source>The profile wants the code that this device shows now:
%1</source>
        <translation>El perfil pide el código que este dispositivo muestra ahora:
%1</translation>
    </message>
    <message>
        <source>&amp;Code:</source>
        <translation>&amp;Código:</translation>
    </message>
</context>
<context>
    <name>sealift::NewLibraryWizard</name>
    <message>
        <source>New Library</source>
        <translation>Nueva biblioteca</translation>
    </message>
</context>
<context>
    <name>sealift::NewPasswordForm</name>
    <message>
        <source>Re&amp;member it in the keyring of this computer</source>
        <translation>Reco&amp;rdarla en el depósito de claves de este equipo</translation>
    </message>
    <message>
        <source>&amp;Generate a strong one</source>
        <translation>&amp;Generar una segura</translation>
    </message>
    <message>
        <source>Fills in five random groups of letters and digits, and shows them</source>
        <translation>Introduce cinco grupos aleatorios de letras y dígitos y los muestra</translation>
    </message>
    <message>
        <source>&amp;Password:</source>
        <translation>C&amp;ontraseña:</translation>
    </message>
    <message>
        <source>Once mo&amp;re:</source>
        <translation>R&amp;epetir:</translation>
    </message>
    <message>
        <source>Both are the same.</source>
        <translation>Ambas coinciden.</translation>
    </message>
    <message>
        <source>The same so far.</source>
        <translation>De momento coinciden.</translation>
    </message>
    <message>
        <source>The two differ.</source>
        <translation>No coinciden.</translation>
    </message>
</context>
<context>
    <name>sealift::NewPasswordPage</name>
    <message>
        <source>Choose a password</source>
        <translation>Elija una contraseña</translation>
    </message>
    <message>
        <source>Without it nobody reads the library: not whoever has the storage, and not you.</source>
        <translation>Sin ella nadie puede leer la biblioteca: ni quien tenga el almacenamiento, ni usted.</translation>
    </message>
    <message>
        <source>&amp;Create With Weak Password</source>
        <translation>&amp;Crear con contraseña débil</translation>
    </message>
    <message>
        <source>&amp;Create Library</source>
        <translation>&amp;Crear biblioteca</translation>
    </message>
    <message>
        <source>Making the library and its keys. This takes a few seconds.</source>
        <translation>Creando la biblioteca y sus claves. Esto tarda unos segundos.</translation>
    </message>
</context>
<context>
    <name>sealift::NewPlacePage</name>
    <message>
        <source>Where will the library be?</source>
        <translation>¿Dónde estará la biblioteca?</translation>
    </message>
    <message>
        <source>A library holds your images, encrypted. It is a folder, on this computer, a drive, or a share; or a place in a bucket.</source>
        <translation>Una biblioteca guarda sus imágenes, cifradas. Es una carpeta, en este equipo, una unidad o un recurso compartido; o un lugar de un bucket.</translation>
    </message>
</context>
<context>
    <name>sealift::Notifier</name>
    <message>
        <source>%1 is done</source>
        <translation>Se ha completado %1</translation>
    </message>
    <message>
        <source>To %1. Nothing is left in scratch.</source>
        <translation>Destino: %1. No queda nada en el espacio de trabajo.</translation>
    </message>
    <message>
        <source>%1 left traces</source>
        <translation>%1 ha dejado restos</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>Ha fallado %1</translation>
    </message>
</context>
<context>
    <name>sealift::OpenLibraryDialog</name>
    <message>
        <source>Open Library</source>
        <translation>Abrir biblioteca</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;Abrir</translation>
    </message>
    <message>
        <source>A library is a folder or a place in a bucket that Sealift or restic made (repository format 1 or 2).</source>
        <translation>Una biblioteca es una carpeta o un lugar de un bucket que Sealift o restic crearon (formato de repositorio 1 o 2).</translation>
    </message>
</context>
<context>
    <name>sealift::OvaDetails</name>
    <message numerus="yes">
        <source>%n processor(s)</source>
        <translation>
            <numerusform>%n procesador</numerusform>
            <numerusform>%n procesadores</numerusform>
        </translation>
    </message>
    <message>
        <source>processors as described, else %1</source>
        <translation>procesadores según la descripción; si no, %1</translation>
    </message>
    <message>
        <source>%1 of memory</source>
        <translation>%1 de memoria</translation>
    </message>
    <message>
        <source>memory as described, else %1</source>
        <translation>memoria según la descripción; si no, %1</translation>
    </message>
    <message>
        <source>firmware as described, else BIOS</source>
        <translation>firmware según la descripción; si no, BIOS</translation>
    </message>
    <message>
        <source> GiB</source>
        <translation> GiB</translation>
    </message>
    <message>
        <source>&amp;Processors:</source>
        <translation>&amp;Procesadores:</translation>
    </message>
    <message>
        <source>Memor&amp;y:</source>
        <translation>Memo&amp;ria:</translation>
    </message>
    <message>
        <source>Firm&amp;ware:</source>
        <translation>Firm&amp;ware:</translation>
    </message>
</context>
<context>
    <name>sealift::OverviewPage</name>
    <message>
        <source>From</source>
        <translation>Origen</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Destino</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>Cifrado</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Añadida</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Iniciada</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Finalizada</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Duración</translation>
    </message>
    <message>
        <source>Disk size</source>
        <translation>Tamaño del disco</translation>
    </message>
    <message>
        <source>Processed</source>
        <translation>Procesado</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Leído</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>Vacío</translation>
    </message>
    <message>
        <source>Known already</source>
        <translation>Ya existente</translation>
    </message>
    <message>
        <source>Stored</source>
        <translation>Almacenado</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>Escrito</translation>
    </message>
    <message>
        <source>Attempt</source>
        <translation>Intento</translation>
    </message>
    <message>
        <source>Traces of this task are left</source>
        <translation>Quedan restos de esta tarea</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Servicio</translation>
    </message>
</context>
<context>
    <name>sealift::PasswordField</name>
    <message>
        <source>Hide password</source>
        <translation>Ocultar contraseña</translation>
    </message>
    <message>
        <source>Show password</source>
        <translation>Mostrar contraseña</translation>
    </message>
</context>
<context>
    <name>sealift::PlaceForm</name>
    <message>
        <source>C&amp;hoose...</source>
        <translation>&amp;Elegir...</translation>
    </message>
    <message>
        <source>Choose the folder</source>
        <translation>Elegir la carpeta</translation>
    </message>
    <message>
        <source>&amp;Folder:</source>
        <translation>&amp;Carpeta:</translation>
    </message>
    <message>
        <source>N&amp;ame:</source>
        <translation>&amp;Nombre:</translation>
    </message>
    <message>
        <source>Folder for the Library</source>
        <translation>Carpeta de la biblioteca</translation>
    </message>
    <message>
        <source>Open Library</source>
        <translation>Abrir biblioteca</translation>
    </message>
    <message>
        <source>There is a library in this folder already. Open it instead.</source>
        <translation>Ya hay una biblioteca en esta carpeta. En su lugar, ábrala.</translation>
    </message>
    <message>
        <source>This is a file. A library needs a folder of its own.</source>
        <translation>Esto es un archivo. Una biblioteca necesita una carpeta propia.</translation>
    </message>
    <message>
        <source>This folder is not empty. Add the name of a new folder inside it, or choose an empty one.</source>
        <translation>Esta carpeta no está vacía. Añada el nombre de una carpeta nueva dentro de ella o elija una vacía.</translation>
    </message>
    <message>
        <source>You may not write there. Choose a folder of your own.</source>
        <translation>No tiene permiso para escribir allí. Elija una carpeta propia.</translation>
    </message>
    <message>
        <source>The library can be made here.</source>
        <translation>La biblioteca se puede crear aquí.</translation>
    </message>
    <message>
        <source>Only %1 is free there, which is little for disk images.</source>
        <translation>Allí solo hay %1 libres, lo que es poco para imágenes de disco.</translation>
    </message>
    <message>
        <source>A new folder will be made. %1 is free there.</source>
        <translation>Se creará una carpeta nueva. Hay %1 libres allí.</translation>
    </message>
    <message>
        <source>This folder is empty. %1 is free there.</source>
        <translation>Esta carpeta está vacía. Hay %1 libres allí.</translation>
    </message>
    <message>
        <source>There is no such folder. Is the drive or the share that it is on connected?</source>
        <translation>No existe esa carpeta. ¿Está conectada la unidad o el recurso compartido que la contiene?</translation>
    </message>
    <message>
        <source>This is no library: a library's folder holds a file named "config".</source>
        <translation>Esto no es una biblioteca: la carpeta de una biblioteca contiene un archivo llamado «config».</translation>
    </message>
    <message>
        <source>This library can be read, but not written: exports work, imports do not.</source>
        <translation>Esta biblioteca se puede leer, pero no escribir: las exportaciones funcionan; las importaciones, no.</translation>
    </message>
    <message>
        <source>There is a library in this folder.</source>
        <translation>Hay una biblioteca en esta carpeta.</translation>
    </message>
    <message>
        <source>Folder on this computer, a drive or a share</source>
        <translation>Carpeta en este equipo, una unidad o un recurso compartido</translation>
    </message>
    <message>
        <source>Bucket of an S3 service</source>
        <translation>Bucket de un servicio S3</translation>
    </message>
    <message>
        <source>&amp;Kind:</source>
        <translation>&amp;Tipo:</translation>
    </message>
    <message>
        <source>s3:https://HOST/BUCKET/FOLDER, or s3:REGION/BUCKET/FOLDER for Amazon S3</source>
        <translation>s3:https://SERVIDOR/BUCKET/CARPETA, o s3:REGIÓN/BUCKET/CARPETA para Amazon S3</translation>
    </message>
    <message>
        <source>An address of a bucket begins with "s3:".</source>
        <translation>La dirección de un bucket empieza por «s3:».</translation>
    </message>
    <message>
        <source>Asking the service...</source>
        <translation>Consultando el servicio...</translation>
    </message>
    <message>
        <source>The bucket answers, and this place in it is empty.</source>
        <translation>El bucket responde, y este lugar está vacío.</translation>
    </message>
    <message>
        <source>There are other objects at this place. Add the name of a new folder to the address.</source>
        <translation>Hay otros objetos en este lugar. Añada a la dirección el nombre de una carpeta nueva.</translation>
    </message>
    <message>
        <source>The bucket answers, but there is no library at this place in it.</source>
        <translation>El bucket responde, pero en este lugar no hay ninguna biblioteca.</translation>
    </message>
    <message>
        <source>A&amp;ddress:</source>
        <translation>&amp;Dirección:</translation>
    </message>
    <message>
        <source>There is a library at this place already. Open it instead.</source>
        <translation>Ya hay una biblioteca en este lugar. Ábrala en su lugar.</translation>
    </message>
    <message>
        <source>There is a library at this place in the bucket.</source>
        <translation>Hay una biblioteca en este lugar del bucket.</translation>
    </message>
</context>
<context>
    <name>sealift::PreflightPage</name>
    <message>
        <source>Before anything is transferred Sealift looks at the image and the destination: whether the image is what it says and safe to open, and whether there is room for it.</source>
        <translation>Antes de transferir nada, Sealift examina la imagen y el destino: si la imagen es lo que dice ser y se puede abrir con seguridad, y si hay espacio para ella.</translation>
    </message>
    <message>
        <source>Looking at the image and the destination...</source>
        <translation>Examinando la imagen y el destino...</translation>
    </message>
    <message>
        <source>Nothing was found that speaks against this transfer.</source>
        <translation>No se ha encontrado nada que impida esta transferencia.</translation>
    </message>
</context>
<context>
    <name>sealift::QueuePage</name>
    <message>
        <source>No task fits the search.</source>
        <translation>Ninguna tarea coincide con la búsqueda.</translation>
    </message>
    <message>
        <source>Show All Tasks</source>
        <translation>Mostrar todas las tareas</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Descartar</translation>
    </message>
</context>
<context>
    <name>sealift::ReceiptPage</name>
    <message>
        <source>Receipt</source>
        <translation>Recibo</translation>
    </message>
    <message>
        <source>Verify Again</source>
        <translation>Verificar de nuevo</translation>
    </message>
    <message>
        <source>Read the receipt again and verify its signature</source>
        <translation>Leer de nuevo el recibo y verificar su firma</translation>
    </message>
    <message>
        <source>Save As</source>
        <translation>Guardar como</translation>
    </message>
    <message>
        <source>Keep the receipt: the signed file, or a page to read or print</source>
        <translation>Conservar el recibo: el archivo firmado o una página para leer o imprimir</translation>
    </message>
    <message>
        <source>Signed File (&amp;JSON)...</source>
        <translation>Archivo firmado (&amp;JSON)...</translation>
    </message>
    <message>
        <source>&amp;PDF...</source>
        <translation>&amp;PDF...</translation>
    </message>
    <message>
        <source>&amp;HTML...</source>
        <translation>&amp;HTML...</translation>
    </message>
    <message>
        <source>There is no receipt yet</source>
        <translation>Aún no hay recibo</translation>
    </message>
    <message>
        <source>It is made and signed when the task's scratch is gone.</source>
        <translation>Se crea y se firma cuando se ha eliminado el volumen de trabajo de la tarea.</translation>
    </message>
    <message>
        <source>The receipt is not valid</source>
        <translation>El recibo no es válido</translation>
    </message>
    <message>
        <source>Signed by this installation's key, and unchanged since.</source>
        <translation>Firmado con la clave de esta instalación y sin cambios desde entonces.</translation>
    </message>
    <message>
        <source>Unchanged since it was signed, by a key that is not this installation's.</source>
        <translation>Sin cambios desde que se firmó, con una clave que no es la de esta instalación.</translation>
    </message>
    <message>
        <source>Valid, and the cleanup is confirmed</source>
        <translation>Válido, y la limpieza está confirmada</translation>
    </message>
    <message>
        <source>Valid, but the cleanup is not confirmed</source>
        <translation>Válido, pero la limpieza no está confirmada</translation>
    </message>
    <message>
        <source>Signed receipt (*.json)</source>
        <translation>Recibo firmado (*.json)</translation>
    </message>
    <message>
        <source>Web page (*.html)</source>
        <translation>Página web (*.html)</translation>
    </message>
    <message>
        <source>PDF document (*.pdf)</source>
        <translation>Documento PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Save Receipt</source>
        <translation>Guardar recibo</translation>
    </message>
</context>
<context>
    <name>sealift::RecoveryPage</name>
    <message>
        <source>Keep the recovery passphrase</source>
        <translation>Conserve la clave de recuperación</translation>
    </message>
    <message>
        <source>A second password, for the day when the first one is lost. It is shown this one time.</source>
        <translation>Una segunda contraseña, para el día en que se pierda la primera. Solo se muestra esta vez.</translation>
    </message>
    <message>
        <source>Print it or write it down, and keep it away from this computer.</source>
        <translation>Imprímala o anótela y guárdela lejos de este equipo.</translation>
    </message>
</context>
<context>
    <name>sealift::RecoverySheets</name>
    <message>
        <source>Whoever has this passphrase and the library's files can read everything in it. Keep it away from this computer. It opens the library in place of the password, in Sealift and in restic.</source>
        <translation>Quien tenga esta clave y los archivos de la biblioteca puede leer todo su contenido. Guárdela lejos de este equipo. Abre la biblioteca en lugar de la contraseña, en Sealift y en restic.</translation>
    </message>
    <message>
        <source>Sealift recovery sheet

Library: %1
Place: %2
Made: %3

Recovery passphrase:

    %4

%5
</source>
        <translation>Hoja de recuperación de Sealift

Biblioteca: %1
Ubicación: %2
Fecha: %3

Clave de recuperación:

    %4

%5
</translation>
    </message>
    <message>
        <source>Sealift recovery sheet</source>
        <translation>Hoja de recuperación de Sealift</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Biblioteca</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Ubicación</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Fecha</translation>
    </message>
    <message>
        <source>Recovery passphrase:</source>
        <translation>Clave de recuperación:</translation>
    </message>
    <message>
        <source>Print Recovery Sheet</source>
        <translation>Imprimir hoja de recuperación</translation>
    </message>
</context>
<context>
    <name>sealift::RecoveryView</name>
    <message>
        <source>Recovery passphrase</source>
        <translation>Clave de recuperación</translation>
    </message>
    <message>
        <source>&amp;Print...</source>
        <translation>&amp;Imprimir...</translation>
    </message>
    <message>
        <source>Save as P&amp;DF...</source>
        <translation>Guardar como P&amp;DF...</translation>
    </message>
    <message>
        <source>Save as &amp;Text...</source>
        <translation>Guardar como &amp;texto...</translation>
    </message>
    <message>
        <source>To make sure that you have it, type two of its groups from your copy:</source>
        <translation>Para comprobar que la tiene, escriba dos de sus grupos a partir de su copia:</translation>
    </message>
    <message>
        <source>Sent to the printer.</source>
        <translation>Enviada a la impresora.</translation>
    </message>
    <message>
        <source>Saved as %1. Move it to another place: whoever finds it beside the library can open it.</source>
        <translation>Guardada como %1. Llévela a otro lugar: quien la encuentre junto a la biblioteca podrá abrir la biblioteca.</translation>
    </message>
    <message>
        <source>Group number %1:</source>
        <translation>Grupo número %1:</translation>
    </message>
    <message>
        <source>Right. It is not shown again after this.</source>
        <translation>Correcto. Después de esto no se volverá a mostrar.</translation>
    </message>
    <message>
        <source>Group %1 does not match.</source>
        <translation>El grupo %1 no coincide.</translation>
    </message>
    <message>
        <source>Neither group matches.</source>
        <translation>No coincide ninguno de los dos grupos.</translation>
    </message>
    <message>
        <source>Save Recovery Sheet</source>
        <translation>Guardar hoja de recuperación</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>Texto (*.txt)</translation>
    </message>
</context>
<context>
    <name>sealift::SamplePage</name>
    <message>
        <source>&amp;Import the sample image, to see how it goes</source>
        <translation>&amp;Importar la imagen de ejemplo para ver cómo funciona</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>The library is open. Drop disk images onto the window to import them.</source>
        <translation>La biblioteca está abierta. Suelte imágenes de disco en la ventana para importarlas.</translation>
    </message>
</context>
<context>
    <name>sealift::ScheduleForm</name>
    <message>
        <source>Every day</source>
        <translation>Todos los días</translation>
    </message>
    <message>
        <source>Monday to Friday</source>
        <translation>De lunes a viernes</translation>
    </message>
    <message>
        <source>Saturday and Sunday</source>
        <translation>Sábado y domingo</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>sin límite</translation>
    </message>
    <message>
        <source>%1, %2 to %3: %4</source>
        <comment>days, hours, limit</comment>
        <translation>%1, de %2 a %3: %4</translation>
    </message>
    <message>
        <source>Remo&amp;ve</source>
        <translation>&amp;Quitar</translation>
    </message>
    <message>
        <source>Hours with a limit of their own</source>
        <translation>Horas con límite propio</translation>
    </message>
    <message>
        <source> MiB/s</source>
        <translation> MiB/s</translation>
    </message>
    <message>
        <source>Add &amp;Hours</source>
        <translation>&amp;Añadir horas</translation>
    </message>
    <message>
        <source>&amp;Days:</source>
        <translation>&amp;Días:</translation>
    </message>
    <message>
        <source>&amp;From:</source>
        <translation>&amp;Desde:</translation>
    </message>
    <message>
        <source>&amp;Until:</source>
        <translation>&amp;Hasta:</translation>
    </message>
    <message>
        <source>&amp;Limit:</source>
        <translation>&amp;Límite:</translation>
    </message>
    <message>
        <source>At or before the beginning it is of the next day</source>
        <translation>Si no es posterior al comienzo, es del día siguiente</translation>
    </message>
</context>
<context>
    <name>sealift::ScratchForm</name>
    <message>
        <source> GiB a task</source>
        <translation> GiB por tarea</translation>
    </message>
    <message>
        <source>C&amp;hoose...</source>
        <translation>&amp;Elegir...</translation>
    </message>
    <message>
        <source>&amp;Folder:</source>
        <translation>&amp;Carpeta:</translation>
    </message>
    <message>
        <source>&amp;At most:</source>
        <translation>&amp;Máximo:</translation>
    </message>
    <message>
        <source>Folder for Scratch Volumes</source>
        <translation>Carpeta de los volúmenes de trabajo</translation>
    </message>
    <message>
        <source>Scratch volumes need a folder of their own.</source>
        <translation>Los volúmenes de trabajo necesitan una carpeta propia.</translation>
    </message>
    <message>
        <source>You may not write there. Choose a folder of your own.</source>
        <translation>No tiene permiso para escribir allí. Elija una carpeta propia.</translation>
    </message>
    <message>
        <source>%1 is free there.</source>
        <translation>Hay %1 libres allí.</translation>
    </message>
</context>
<context>
    <name>sealift::ScratchGauge</name>
    <message>
        <source>Scratch space in use</source>
        <translation>Espacio de trabajo en uso</translation>
    </message>
    <message>
        <source>%1 used, peak %2, of %3</source>
        <translation>%1 en uso, %2 como máximo, de %3</translation>
    </message>
    <message>
        <source>%1 used</source>
        <translation>%1 en uso</translation>
    </message>
    <message>
        <source>quota %1</source>
        <translation>cuota: %1</translation>
    </message>
    <message>
        <source>peak %1</source>
        <translation>máximo: %1</translation>
    </message>
    <message>
        <source>%1 of the quota free</source>
        <translation>%1 de la cuota libres</translation>
    </message>
</context>
<context>
    <name>sealift::ScratchPage</name>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Volumen</translation>
    </message>
    <message>
        <source>Cipher</source>
        <translation>Algoritmo</translation>
    </message>
    <message>
        <source>AES-256-XTS, its key in memory only</source>
        <translation>AES-256-XTS, con la clave solo en memoria</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Ruta</translation>
    </message>
    <message>
        <source>In the end, however it ends, Sealift erases the key, deletes the volume, and looks again:</source>
        <translation>Al final, termine como termine, Sealift borra la clave, elimina el volumen y lo revisa de nuevo:</translation>
    </message>
    <message>
        <source>Sealift looked again, and not all was gone:</source>
        <translation>Sealift lo revisó de nuevo y no todo había desaparecido:</translation>
    </message>
    <message>
        <source>Sealift erased the key, deleted the volume, and looked again:</source>
        <translation>Sealift borró la clave, eliminó el volumen y lo revisó de nuevo:</translation>
    </message>
</context>
<context>
    <name>sealift::ScratchSummary</name>
    <message>
        <source>Encrypted scratch volumes of tasks; each is destroyed when its task ends</source>
        <translation>Volúmenes de trabajo cifrados de las tareas; cada uno se destruye cuando finaliza su tarea</translation>
    </message>
    <message>
        <source>Scratch: %1 in use</source>
        <translation>Espacio de trabajo: %1 en uso</translation>
    </message>
    <message>
        <source>Scratch: none in use</source>
        <translation>Espacio de trabajo: nada en uso</translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) left traces</source>
        <translation>
            <numerusform>%n tarea ha dejado restos</numerusform>
            <numerusform>%n tareas han dejado restos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n volume(s), all encrypted</source>
        <translation>
            <numerusform>%n volumen, cifrado</numerusform>
            <numerusform>%n volúmenes, todos cifrados</numerusform>
        </translation>
    </message>
    <message>
        <source>all gone, confirmed</source>
        <translation>todo eliminado, confirmado</translation>
    </message>
</context>
<context>
    <name>sealift::SealForm</name>
    <message>
        <source>Remo&amp;ve</source>
        <translation>&amp;Quitar</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>Certificados</translation>
    </message>
    <message>
        <source>A&amp;dd Certificates...</source>
        <translation>Aña&amp;dir certificados...</translation>
    </message>
    <message>
        <source>age1..., one a line</source>
        <translation>age1..., uno por línea</translation>
    </message>
    <message>
        <source>&amp;Recipients:</source>
        <translation>Destinata&amp;rios:</translation>
    </message>
    <message>
        <source>Certificates to Seal For</source>
        <translation>Certificados de los destinatarios</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer *.der);;All files (*)</source>
        <translation>Certificados (*.pem *.crt *.cer *.der);;Todos los archivos (*)</translation>
    </message>
    <message>
        <source>Add the certificate of each person who is to open the file.</source>
        <translation>Añada el certificado de cada persona que deba abrir el archivo.</translation>
    </message>
    <message>
        <source>Enter the recipient of each person who is to open the file.</source>
        <translation>Introduzca el destinatario de cada persona que deba abrir el archivo.</translation>
    </message>
    <message>
        <source>Being looked at.</source>
        <translation>Se está comprobando.</translation>
    </message>
    <message>
        <source>Nobody can open the file without it, and Sealift does not keep it: write it down.</source>
        <translation>Nadie puede abrir el archivo sin ella, y Sealift no la guarda: anótela.</translation>
    </message>
    <message>
        <source>Whoever has the file can try as many as they like.</source>
        <translation>Quien tenga el archivo puede probar tantas como quiera.</translation>
    </message>
    <message>
        <source>Only the keys of these certificates open it: %1</source>
        <translation>Solo lo abren las claves de estos certificados: %1</translation>
    </message>
    <message numerus="yes">
        <source>Only the keys of %n recipient(s) open it.</source>
        <translation>
            <numerusform>Solo la clave de %n destinatario lo abre.</numerusform>
            <numerusform>Solo las claves de %n destinatarios lo abren.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sealift::SearchBar</name>
    <message>
        <source>Search tasks</source>
        <translation>Buscar tareas</translation>
    </message>
    <message>
        <source>All tasks</source>
        <translation>Todas las tareas</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Activas</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En espera</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Completadas</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>Requieren atención</translation>
    </message>
    <message>
        <source>Which tasks are shown</source>
        <translation>Qué tareas se muestran</translation>
    </message>
    <message>
        <source>Show only tasks in some states</source>
        <translation>Mostrar solo las tareas en determinados estados</translation>
    </message>
    <message>
        <source>Words in a task's name or destination</source>
        <translation>Palabras del nombre o del destino de una tarea</translation>
    </message>
</context>
<context>
    <name>sealift::SearchField</name>
    <message>
        <source>Clear</source>
        <translation>Borrar</translation>
    </message>
</context>
<context>
    <name>sealift::SettingsDialog</name>
    <message>
        <source>As the system</source>
        <translation>Según el sistema</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuro</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Alto contraste</translation>
    </message>
    <message>
        <source>Import &amp;straight away where nothing is left to decide</source>
        <translation>Importar directa&amp;mente si no queda nada por decidir</translation>
    </message>
    <message>
        <source>Offer to &amp;remember passwords in the keyring of this computer</source>
        <translation>Ofrecer &amp;recordar las contraseñas en el depósito de claves de este equipo</translation>
    </message>
    <message>
        <source>When a task has &amp;completed</source>
        <translation>Cuando se &amp;complete una tarea</translation>
    </message>
    <message>
        <source>When a task &amp;failed, or its cleanup could not be confirmed</source>
        <translation>Cuando &amp;falle una tarea o no se pueda confirmar su limpieza</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Preferencias</translation>
    </message>
    <message>
        <source>General</source>
        <translation>General</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Tareas</translation>
    </message>
    <message>
        <source>Scratch Volumes</source>
        <translation>Volúmenes de trabajo</translation>
    </message>
    <message>
        <source>&amp;Language:</source>
        <translation>&amp;Idioma:</translation>
    </message>
    <message>
        <source>&amp;Theme:</source>
        <translation>&amp;Tema:</translation>
    </message>
    <message>
        <source>E&amp;xports are for:</source>
        <translation>E&amp;xportaciones para:</translation>
    </message>
    <message>
        <source>Passwords that are there now will be removed from the keyring.</source>
        <translation>Las contraseñas guardadas actualmente se eliminarán del depósito de claves.</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>sin límite</translation>
    </message>
    <message>
        <source> MiB/s</source>
        <translation> MiB/s</translation>
    </message>
    <message>
        <source>Tasks at &amp;once:</source>
        <translation>Tareas a la &amp;vez:</translation>
    </message>
    <message>
        <source>&amp;Bandwidth of all together:</source>
        <translation>&amp;Ancho de banda total:</translation>
    </message>
    <message>
        <source>Notify me:</source>
        <translation>Notificarme:</translation>
    </message>
    <message>
        <source>What must rest on the way of a task lies in an encrypted volume of its own. Its key is in memory only, and it is destroyed when the task ends. Used from the next start on.</source>
        <translation>Lo que deba guardarse temporalmente durante una tarea reside en un volumen cifrado propio. Su clave está solo en memoria, y el volumen se destruye cuando finaliza la tarea. Se aplica a partir del próximo inicio.</translation>
    </message>
    <message>
        <source>Locking</source>
        <translation>Bloqueo</translation>
    </message>
    <message>
        <source>Bandwidth</source>
        <translation>Ancho de banda</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Teclas</translation>
    </message>
    <message>
        <source>Other limits at certain hours; of those that overlap the upper one counts. The limit that holds is in the status bar.</source>
        <translation>Otros límites a ciertas horas; de los que se solapan cuenta el de arriba. El límite vigente está en la barra de estado.</translation>
    </message>
</context>
<context>
    <name>sealift::ShortcutForm</name>
    <message>
        <source>&amp;No Keys</source>
        <translation>&amp;Sin teclas</translation>
    </message>
    <message>
        <source>&amp;As Usual</source>
        <translation>&amp;Lo habitual</translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation>Acciones y sus teclas</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Acción</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Teclas</translation>
    </message>
    <message>
        <source>Keys of the chosen action</source>
        <translation>Teclas de la acción elegida</translation>
    </message>
    <message>
        <source>&amp;Press the keys:</source>
        <translation>&amp;Pulse las teclas:</translation>
    </message>
    <message>
        <source>"%1" and "%2" have the same keys: %3.</source>
        <translation>«%1» y «%2» tienen las mismas teclas: %3.</translation>
    </message>
</context>
<context>
    <name>sealift::StateTimeline</name>
    <message>
        <source>States of the scratch volume</source>
        <translation>Estados del volumen de trabajo</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: not yet</source>
        <translation>%1: aún no</translation>
    </message>
</context>
<context>
    <name>sealift::StatusLine</name>
    <message>
        <source>encrypted end to end, TLS on top</source>
        <translation>cifrado de extremo a extremo, TLS adicional</translation>
    </message>
    <message>
        <source>encrypted end to end</source>
        <translation>cifrado de extremo a extremo</translation>
    </message>
    <message numerus="yes">
        <source>%n active</source>
        <translation>
            <numerusform>%n activa</numerusform>
            <numerusform>%n activas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n paused</source>
        <translation>
            <numerusform>%n en pausa</numerusform>
            <numerusform>%n en pausa</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n queued</source>
        <translation>
            <numerusform>%n en cola</numerusform>
            <numerusform>%n en cola</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n done</source>
        <translation>
            <numerusform>%n completada</numerusform>
            <numerusform>%n completadas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n fallida</numerusform>
            <numerusform>%n fallidas</numerusform>
        </translation>
    </message>
    <message>
        <source>No tasks</source>
        <translation>Sin tareas</translation>
    </message>
    <message>
        <source>in %1</source>
        <comment>rate of imports</comment>
        <translation>entrada: %1</translation>
    </message>
    <message>
        <source>out %1</source>
        <comment>rate of exports</comment>
        <translation>salida: %1</translation>
    </message>
    <message>
        <source>Scratch %1</source>
        <translation>Vol. de trabajo: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n export(s) not encrypted</source>
        <translation>
            <numerusform>%n exportación sin cifrar</numerusform>
            <numerusform>%n exportaciones sin cifrar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to EC2, which must read the image: TLS, KMS at rest</source>
        <translation>
            <numerusform>%n a EC2, que debe leer la imagen: TLS, KMS en reposo</numerusform>
            <numerusform>%n a EC2, que debe leer las imágenes: TLS, KMS en reposo</numerusform>
        </translation>
    </message>
    <message>
        <source>the rest %1</source>
        <comment>encrypted end to end</comment>
        <translation>el resto %1</translation>
    </message>
    <message>
        <source>What goes into a library is encrypted before it leaves this computer's memory, and a sealed export, too. A plain export is not encrypted; what goes to EC2 is encrypted on the wire and at rest, but not before.</source>
        <translation>Lo que entra en una biblioteca se cifra antes de salir de la memoria de este equipo, y también una exportación sellada. Una exportación sin sellar no está cifrada; lo que va a EC2 se cifra en tránsito y en reposo, pero no antes.</translation>
    </message>
</context>
<context>
    <name>sealift::StrengthMeter</name>
    <message>
        <source>Weak: found within days</source>
        <translation>Débil: se descubre en días</translation>
    </message>
    <message>
        <source>Fair: holds against one person</source>
        <translation>Aceptable: resiste a una persona</translation>
    </message>
    <message>
        <source>Good: holds against many machines</source>
        <translation>Buena: resiste a muchas máquinas</translation>
    </message>
    <message>
        <source>Strong</source>
        <translation>Segura</translation>
    </message>
    <message>
        <source>Password strength</source>
        <translation>Seguridad de la contraseña</translation>
    </message>
</context>
<context>
    <name>sealift::SuspendInhibitor</name>
    <message>
        <source>Disk images are being transferred</source>
        <translation>Se están transfiriendo imágenes de disco</translation>
    </message>
</context>
<context>
    <name>sealift::TaskActions</name>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pausar</translation>
    </message>
    <message>
        <source>Halt the chosen tasks; they keep what they have done</source>
        <translation>Detener las tareas seleccionadas; conservan lo que han hecho</translation>
    </message>
    <message>
        <source>Re&amp;sume</source>
        <translation>Re&amp;anudar</translation>
    </message>
    <message>
        <source>Go on with the chosen tasks</source>
        <translation>Continuar con las tareas seleccionadas</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Cancelar</translation>
    </message>
    <message>
        <source>End the chosen tasks and clean up after them</source>
        <translation>Terminar las tareas seleccionadas y limpiar lo que dejan</translation>
    </message>
    <message>
        <source>R&amp;etry</source>
        <translation>&amp;Reintentar</translation>
    </message>
    <message>
        <source>Run the chosen tasks again; what has arrived counts</source>
        <translation>Ejecutar de nuevo las tareas seleccionadas; lo que ya ha llegado cuenta</translation>
    </message>
    <message>
        <source>Move to &amp;Top</source>
        <translation>Mover al pri&amp;ncipio</translation>
    </message>
    <message>
        <source>Run the chosen tasks next</source>
        <translation>Ejecutar a continuación las tareas seleccionadas</translation>
    </message>
    <message>
        <source>Move &amp;Up</source>
        <translation>&amp;Subir</translation>
    </message>
    <message>
        <source>Run the chosen tasks earlier</source>
        <translation>Ejecutar antes las tareas seleccionadas</translation>
    </message>
    <message>
        <source>Move &amp;Down</source>
        <translation>&amp;Bajar</translation>
    </message>
    <message>
        <source>Run the chosen tasks later</source>
        <translation>Ejecutar más tarde las tareas seleccionadas</translation>
    </message>
    <message>
        <source>Move to &amp;Bottom</source>
        <translation>Mover al &amp;final</translation>
    </message>
    <message>
        <source>Run the chosen tasks last</source>
        <translation>Ejecutar las tareas seleccionadas en último lugar</translation>
    </message>
    <message>
        <source>&amp;Open Receipt</source>
        <translation>Abrir recib&amp;o</translation>
    </message>
    <message>
        <source>Show the signed receipt of the cleanup</source>
        <translation>Mostrar el recibo firmado de la limpieza</translation>
    </message>
    <message>
        <source>Show in &amp;Folder</source>
        <translation>&amp;Mostrar en la carpeta</translation>
    </message>
    <message>
        <source>Open the folder that the file is in</source>
        <translation>Abrir la carpeta que contiene el archivo</translation>
    </message>
    <message>
        <source>Cop&amp;y Details</source>
        <translation>Copiar &amp;detalles</translation>
    </message>
    <message>
        <source>Copy all that is known of the chosen tasks as text</source>
        <translation>Copiar como texto todo lo que se sabe de las tareas seleccionadas</translation>
    </message>
    <message>
        <source>Re&amp;move from List</source>
        <translation>&amp;Quitar de la lista</translation>
    </message>
    <message>
        <source>Take ended tasks from the list; receipts and images stay</source>
        <translation>Quitar de la lista las tareas finalizadas; los recibos y las imágenes se conservan</translation>
    </message>
    <message>
        <source>Pause &amp;All</source>
        <translation>Pausar &amp;todas</translation>
    </message>
    <message>
        <source>Halt every task</source>
        <translation>Detener todas las tareas</translation>
    </message>
    <message>
        <source>Resume A&amp;ll</source>
        <translation>Rean&amp;udar todas</translation>
    </message>
    <message>
        <source>Go on with every task</source>
        <translation>Continuar con todas las tareas</translation>
    </message>
</context>
<context>
    <name>sealift::TaskView</name>
    <message>
        <source>Tasks</source>
        <translation>Tareas</translation>
    </message>
    <message>
        <source>Imports and exports that run, wait or have ended</source>
        <translation>Importaciones y exportaciones en curso, en espera o finalizadas</translation>
    </message>
    <message>
        <source>Sort in the Order of the Queue</source>
        <translation>Ordenar según la cola</translation>
    </message>
</context>
<context>
    <name>sealift::TextNote</name>
    <message>
        <source>a secret</source>
        <translation>un secreto</translation>
    </message>
    <message>
        <source>personal data</source>
        <translation>datos personales</translation>
    </message>
    <message>
        <source>an address of a network</source>
        <translation>una dirección de red</translation>
    </message>
    <message>
        <source>It would be kept in the journal, the audit log and receipts, where others may read it.</source>
        <translation>Quedaría en el diario, el registro de auditoría y los recibos, donde otros pueden leerlo.</translation>
    </message>
    <message>
        <source>It would be kept and passed on with the journal, the audit log and receipts.</source>
        <translation>Se conservarían y transmitirían con el diario, el registro de auditoría y los recibos.</translation>
    </message>
    <message>
        <source>In logs it would tell others how the network is laid out.</source>
        <translation>En los registros revelaría a otros cómo está organizada la red.</translation>
    </message>
    <message>
        <source>Take What Is Offered</source>
        <translation>Usar lo propuesto</translation>
    </message>
    <message>
        <source>Keep it: I have looked at it, and it is no secret</source>
        <translation>Conservarlo: lo he mirado y no es un secreto</translation>
    </message>
    <message>
        <source>This seems to hold %1 (%2).</source>
        <comment>a secret, in detail</comment>
        <translation>Esto parece contener %1 (%2).</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>file, what is wrong</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Better: %1</source>
        <translation>Mejor: %1</translation>
    </message>
    <message>
        <source>Texts of this form are never kept.</source>
        <translation>Los textos de esta forma no se conservan nunca.</translation>
    </message>
</context>
<context>
    <name>sealift::ThroughputChart</name>
    <message>
        <source>Throughput</source>
        <translation>Velocidad</translation>
    </message>
    <message>
        <source>Nothing was measured yet.</source>
        <translation>Aún no se ha medido nada.</translation>
    </message>
    <message>
        <source>Peak %1, latest %2.</source>
        <translation>Máximo: %1; último valor: %2.</translation>
    </message>
    <message>
        <source>Shown while the image is transferred</source>
        <translation>Se muestra durante la transferencia de la imagen</translation>
    </message>
    <message>
        <source>up to %1</source>
        <translation>hasta %1</translation>
    </message>
    <message>
        <source>start</source>
        <translation>inicio</translation>
    </message>
</context>
<context>
    <name>sealift::Tray</name>
    <message>
        <source>&amp;Show Sealift</source>
        <translation>&amp;Mostrar Sealift</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Salir</translation>
    </message>
    <message>
        <source>Sealift: nothing is under way</source>
        <translation>Sealift: nada en curso</translation>
    </message>
    <message>
        <source>Sealift: %1 %, %2</source>
        <comment>per cent and rate</comment>
        <translation>Sealift: %1 %, %2</translation>
    </message>
</context>
<context>
    <name>sealift::UnlockDialog</name>
    <message>
        <source>Unlock %1</source>
        <translation>Desbloquear %1</translation>
    </message>
    <message>
        <source>The library "%1" is in %2.

Its key stays in this computer's memory until you lock it or quit.</source>
        <translation>La biblioteca «%1» está en %2.

Su clave permanece en la memoria de este equipo hasta que la bloquee o cierre el programa.</translation>
    </message>
    <message>
        <source>&amp;Unlock</source>
        <translation>&amp;Desbloquear</translation>
    </message>
</context>
<context>
    <name>sealift::UnlockForm</name>
    <message>
        <source>Re&amp;member it in the keyring of this computer</source>
        <translation>Reco&amp;rdarla en el depósito de claves de este equipo</translation>
    </message>
    <message>
        <source>Password or recovery passphrase</source>
        <translation>Contraseña o clave de recuperación</translation>
    </message>
    <message>
        <source>Unlocking</source>
        <translation>Desbloqueando</translation>
    </message>
    <message>
        <source>&amp;Password:</source>
        <translation>C&amp;ontraseña:</translation>
    </message>
    <message>
        <source>Deriving the key. This takes about a second, on purpose.</source>
        <translation>Derivando la clave. Esto tarda alrededor de un segundo, a propósito.</translation>
    </message>
    <message>
        <source>This looks like a recovery passphrase with a typing mistake. Compare it with the printed one, group by group.</source>
        <translation>Parece una clave de recuperación con un error de escritura. Compárela con la impresa, grupo por grupo.</translation>
    </message>
    <message>
        <source>This password does not open the library. Nothing was changed.</source>
        <translation>Esta contraseña no abre la biblioteca. No se ha modificado nada.</translation>
    </message>
</context>
<context>
    <name>sealift::WelcomePage</name>
    <message>
        <source>&amp;Make a new library</source>
        <translation>&amp;Crear una biblioteca nueva</translation>
    </message>
    <message>
        <source>&amp;Open a library that exists already, made by Sealift or restic</source>
        <translation>&amp;Abrir una biblioteca existente, creada por Sealift o restic</translation>
    </message>
    <message>
        <source>Welcome to Sealift</source>
        <translation>Le damos la bienvenida a Sealift</translation>
    </message>
    <message>
        <source>Disk images of virtual machines: in, encrypted; out, for any hypervisor.</source>
        <translation>Imágenes de disco de máquinas virtuales: entran cifradas; salen para cualquier hipervisor.</translation>
    </message>
    <message>
        <source>Images live in a library, where everything is encrypted before it leaves this computer's memory. Only its passwords open it.</source>
        <translation>Las imágenes se guardan en una biblioteca, donde todo se cifra antes de salir de la memoria de este equipo. Solo sus contraseñas la abren.</translation>
    </message>
</context>
<context>
    <name>sealift::WelcomeScratchPage</name>
    <message>
        <source>Room to work</source>
        <translation>Espacio de trabajo</translation>
    </message>
    <message>
        <source>What must rest on the way lies in an encrypted volume that is destroyed when its task ends.</source>
        <translation>Lo que deba guardarse temporalmente reside en un volumen cifrado que se destruye cuando finaliza su tarea.</translation>
    </message>
    <message>
        <source>A disk of this computer serves best. The usual place is fine for most people.</source>
        <translation>Lo mejor es un disco de este equipo. La ubicación habitual es adecuada en la mayoría de los casos.</translation>
    </message>
</context>
<context>
    <name>sealift::WelcomeWizard</name>
    <message>
        <source>Welcome</source>
        <translation>Bienvenida</translation>
    </message>
    <message>
        <source>&amp;Next &gt;</source>
        <translation>&amp;Siguiente &gt;</translation>
    </message>
</context>
<context>
    <name>sealift::WindowActions</name>
    <message>
        <source>&amp;Import...</source>
        <translation>&amp;Importar...</translation>
    </message>
    <message>
        <source>Bring disk images into a library</source>
        <translation>Añadir imágenes de disco a una biblioteca</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;Pegar</translation>
    </message>
    <message>
        <source>Import the files that were copied in the file manager</source>
        <translation>Importar los archivos copiados en el gestor de archivos</translation>
    </message>
    <message>
        <source>&amp;Export...</source>
        <translation>&amp;Exportar...</translation>
    </message>
    <message>
        <source>Write an image of a library to a file</source>
        <translation>Escribir una imagen de una biblioteca en un archivo</translation>
    </message>
    <message>
        <source>&amp;New Library...</source>
        <translation>&amp;Nueva biblioteca...</translation>
    </message>
    <message>
        <source>Make a place where images are kept encrypted</source>
        <translation>Crear un lugar donde las imágenes se guardan cifradas</translation>
    </message>
    <message>
        <source>&amp;Open Library...</source>
        <translation>&amp;Abrir biblioteca...</translation>
    </message>
    <message>
        <source>Use a library that is there already</source>
        <translation>Usar una biblioteca ya existente</translation>
    </message>
    <message>
        <source>&amp;Unlock Library...</source>
        <translation>&amp;Desbloquear biblioteca...</translation>
    </message>
    <message>
        <source>Enter the password of the chosen library</source>
        <translation>Introducir la contraseña de la biblioteca seleccionada</translation>
    </message>
    <message>
        <source>&amp;Settings...</source>
        <translation>P&amp;referencias...</translation>
    </message>
    <message>
        <source>Change how Sealift works</source>
        <translation>Cambiar el funcionamiento de Sealift</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Salir</translation>
    </message>
    <message>
        <source>End Sealift</source>
        <translation>Cerrar Sealift</translation>
    </message>
    <message>
        <source>&amp;Tasks</source>
        <translation>&amp;Tareas</translation>
    </message>
    <message>
        <source>Show what runs, waits and has ended</source>
        <translation>Mostrar lo que está en curso, en espera o finalizado</translation>
    </message>
    <message>
        <source>&amp;Images</source>
        <translation>I&amp;mágenes</translation>
    </message>
    <message>
        <source>Show the images of a library</source>
        <translation>Mostrar las imágenes de una biblioteca</translation>
    </message>
    <message>
        <source>&amp;Details</source>
        <translation>Deta&amp;lles</translation>
    </message>
    <message>
        <source>Show the chosen task in detail</source>
        <translation>Mostrar en detalle la tarea seleccionada</translation>
    </message>
    <message>
        <source>D&amp;estinations</source>
        <translation>Destin&amp;os</translation>
    </message>
    <message>
        <source>Show libraries and scratch at the side</source>
        <translation>Mostrar las bibliotecas y el espacio de trabajo en el lateral</translation>
    </message>
    <message>
        <source>&amp;Find Tasks</source>
        <translation>&amp;Buscar tareas</translation>
    </message>
    <message>
        <source>Search tasks by name and destination</source>
        <translation>Buscar tareas por nombre y destino</translation>
    </message>
    <message>
        <source>&amp;First Steps...</source>
        <translation>&amp;Primeros pasos...</translation>
    </message>
    <message>
        <source>Set up a library and import a sample image</source>
        <translation>Configurar una biblioteca e importar una imagen de ejemplo</translation>
    </message>
    <message>
        <source>&amp;About Sealift</source>
        <translation>A&amp;cerca de Sealift</translation>
    </message>
    <message>
        <source>Which version this is</source>
        <translation>Mostrar de qué versión se trata</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Archivo</translation>
    </message>
    <message>
        <source>&amp;Task</source>
        <translation>&amp;Tarea</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ver</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>A&amp;yuda</translation>
    </message>
    <message>
        <source>&amp;Contents</source>
        <translation>&amp;Contenido</translation>
    </message>
    <message>
        <source>Read how Sealift works</source>
        <translation>Leer cómo funciona Sealift</translation>
    </message>
    <message>
        <source>&amp;Send Images to Amazon EC2...</source>
        <translation>&amp;Enviar imágenes a Amazon EC2...</translation>
    </message>
    <message>
        <source>Make images or snapshots at Amazon EC2 out of disk images</source>
        <translation>Crear imágenes o instantáneas en Amazon EC2 a partir de imágenes de disco</translation>
    </message>
    <message>
        <source>&amp;Import from Amazon EC2...</source>
        <translation>&amp;Importar desde Amazon EC2...</translation>
    </message>
    <message>
        <source>Bring an image or a snapshot of Amazon EC2 into a library</source>
        <translation>Llevar una imagen o instantánea de Amazon EC2 a una biblioteca</translation>
    </message>
    <message>
        <source>&amp;Export from Amazon EC2...</source>
        <translation>E&amp;xportar desde Amazon EC2...</translation>
    </message>
    <message>
        <source>Write a disk of Amazon EC2 to a file, without a library</source>
        <translation>Escribir un disco de Amazon EC2 en un archivo, sin biblioteca</translation>
    </message>
    <message>
        <source>&amp;Amazon EC2</source>
        <translation>&amp;Amazon EC2</translation>
    </message>
</context>
</TS>
