<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja_JP">
<context>
    <name>AuditText</name>
    <message>
        <source>State: %1</source>
        <translation>状態: %1</translation>
    </message>
    <message>
        <source>State: %1 (%2)</source>
        <comment>state and reason</comment>
        <translation>状態: %1 (%2)</translation>
    </message>
    <message>
        <source>Added to the queue</source>
        <translation>キューに追加</translation>
    </message>
    <message>
        <source>Library opened</source>
        <translation>ライブラリを開きました</translation>
    </message>
    <message>
        <source>Looked at the image and the destination</source>
        <translation>イメージと転送先を確認しました</translation>
    </message>
    <message>
        <source>Scratch volume created</source>
        <translation>作業ボリュームを作成</translation>
    </message>
    <message>
        <source>Image stored in the library</source>
        <translation>イメージをライブラリに保存</translation>
    </message>
    <message>
        <source>Disk written</source>
        <translation>ディスクを書き込み</translation>
    </message>
    <message>
        <source>Scratch destroyed (steps done: %1)</source>
        <translation>作業領域を破棄: %1 個の手順が完了</translation>
    </message>
    <message>
        <source>Scratch destruction: %1 of %2 steps failed</source>
        <translation>作業領域を破棄: %2 個の手順のうち %1 個が失敗</translation>
    </message>
    <message>
        <source>Looked again (checks: %1): nothing is left</source>
        <translation>再確認: %1 件の検査で残存物なし</translation>
    </message>
    <message>
        <source>Looked again: %1 of %2 checks found something left</source>
        <translation>再確認: %2 件の検査のうち %1 件で残存物あり</translation>
    </message>
</context>
<context>
    <name>CloseQuestion</name>
    <message>
        <source>Tasks Are Under Way</source>
        <translation>実行中のタスクがあります</translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) are under way.</source>
        <translation>
            <numerusform>%n 個のタスクが実行中です。</numerusform>
        </translation>
    </message>
    <message>
        <source>They can go on without the window: the icon in the tray brings it back.</source>
        <translation>ウィンドウを閉じても続行できます。トレイのアイコンからウィンドウを再表示できます。</translation>
    </message>
    <message>
        <source>Paused, they keep what has arrived, and go on when you resume them.</source>
        <translation>一時停止しても転送済みのデータは保持され、再開するとその続きから実行されます。</translation>
    </message>
    <message>
        <source>&amp;Go On in the Tray</source>
        <translation>トレイで続行(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Pause and Quit</source>
        <translation>一時停止して終了(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Stay</source>
        <translation>閉じない(&amp;S)</translation>
    </message>
</context>
<context>
    <name>DeleteImages</name>
    <message>
        <source>This cannot be undone. Nobody else may work with the library meanwhile.</source>
        <translation>元に戻せません。その間、ほかの人はライブラリーを使えません。</translation>
    </message>
    <message>
        <source>What it frees cannot be told: %1</source>
        <translation>空く容量はわかりません: %1</translation>
    </message>
    <message>
        <source>It frees up to %1; some of that may be needed by what cannot be read. The space is given back by the next "restic prune" of the library.</source>
        <translation>最大 %1 が空きます。読み取れないものがその一部を必要としているかもしれません。容量はライブラリーの次の「restic prune」で戻ります。</translation>
    </message>
    <message>
        <source>It frees %1, which nothing else in the library uses. The space is given back by the next "restic prune" of the library.</source>
        <translation>ライブラリー内でほかに使われていない %1 が空きます。容量はライブラリーの次の「restic prune」で戻ります。</translation>
    </message>
    <message>
        <source>Delete Images</source>
        <translation>イメージを削除</translation>
    </message>
    <message>
        <source>Delete "%1" from the library?</source>
        <translation>「%1」をライブラリから削除しますか?</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n image(s) from the library?</source>
        <translation>
            <numerusform>%n 個のイメージをライブラリから削除しますか?</numerusform>
        </translation>
    </message>
    <message>
        <source>Finding out what it frees...</source>
        <translation>空く容量を調べています...</translation>
    </message>
    <message>
        <source>&amp;Delete for Good</source>
        <translation>完全に削除(&amp;D)</translation>
    </message>
</context>
<context>
    <name>DropPlan</name>
    <message>
        <source>Import %1 - encrypted before it leaves this computer</source>
        <translation>%1 をインポート - このコンピューターから出る前に暗号化されます</translation>
    </message>
    <message numerus="yes">
        <source>Import %1 and %n more - encrypted before they leave this computer</source>
        <translation>
            <numerusform>%1 とほか %n 個をインポート - このコンピューターから出る前に暗号化されます</numerusform>
        </translation>
    </message>
    <message>
        <source>Import %1 into %2 - encrypted before it leaves this computer</source>
        <translation>%1 を %2 にインポート - このコンピューターから出る前に暗号化されます</translation>
    </message>
    <message numerus="yes">
        <source>Import %1 and %n more into %2 - encrypted before they leave this computer</source>
        <translation>
            <numerusform>%1 とほか %n 個を %2 にインポート - このコンピューターから出る前に暗号化されます</numerusform>
        </translation>
    </message>
    <message>
        <source>it is on another computer (%1)</source>
        <translation>別のコンピューター (%1) にあります</translation>
    </message>
    <message>
        <source>Download it first, then import the file.</source>
        <translation>先にダウンロードしてから、そのファイルをインポートしてください。</translation>
    </message>
    <message>
        <source>%1 cannot be reached</source>
        <translation>%1 にアクセスできません</translation>
    </message>
    <message>
        <source>Nothing of this can be imported</source>
        <translation>インポートできるものがありません</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>file and reason</comment>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>ほか %n 個</numerusform>
        </translation>
    </message>
    <message>
        <source>Send %1 to Amazon EC2 - it must read the image: TLS on the wire, KMS at rest</source>
        <translation>%1 を Amazon EC2 へ送信 - サービスがイメージを読みます: 転送時は TLS、保存時は KMS</translation>
    </message>
    <message numerus="yes">
        <source>Send %1 and %n more to Amazon EC2 - it must read the images: TLS on the wire, KMS at rest</source>
        <translation>
            <numerusform>%1 ほか %n 件を Amazon EC2 へ送信 - サービスがイメージを読みます: 転送時は TLS、保存時は KMS</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ErrorText</name>
    <message>
        <source>Free some space there, then press Retry.</source>
        <translation>空き容量を増やしてから、「再試行」を押してください。</translation>
    </message>
    <message>
        <source>Check the connection, then press Retry: what has arrived is not sent again.</source>
        <translation>接続を確認してから、「再試行」を押してください。転送済みのデータは再送されません。</translation>
    </message>
    <message>
        <source>Check who may read and write there, then press Retry.</source>
        <translation>保存場所の読み書きの権限を確認してから、「再試行」を押してください。</translation>
    </message>
    <message>
        <source>Unlock the library, then press Retry.</source>
        <translation>ライブラリのロックを解除してから、「再試行」を押してください。</translation>
    </message>
    <message>
        <source>Make sure that nothing writes to the image (a running machine, say), then press Retry.</source>
        <translation>イメージに書き込んでいるもの (実行中の仮想マシンなど) がないことを確認してから、「再試行」を押してください。</translation>
    </message>
    <message>
        <source>Check that the disk or share is connected, then press Retry.</source>
        <translation>ディスクまたは共有が接続されていることを確認してから、「再試行」を押してください。</translation>
    </message>
    <message>
        <source>Press Retry: the cleanup is done again first.</source>
        <translation>「再試行」を押してください。先にクリーンアップをやり直します。</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>キャンセルされました</translation>
    </message>
    <message>
        <source>A value does not fit</source>
        <translation>値が適切ではありません</translation>
    </message>
    <message>
        <source>Something is not there</source>
        <translation>必要なものが見つかりません</translation>
    </message>
    <message>
        <source>There is one of that name already</source>
        <translation>同じ名前のものが既にあります</translation>
    </message>
    <message>
        <source>Access was denied</source>
        <translation>アクセスが拒否されました</translation>
    </message>
    <message>
        <source>The disk is full</source>
        <translation>ディスクがいっぱいです</translation>
    </message>
    <message>
        <source>Reading or writing failed</source>
        <translation>読み取りまたは書き込みに失敗しました</translation>
    </message>
    <message>
        <source>The data is damaged</source>
        <translation>データが破損しています</translation>
    </message>
    <message>
        <source>This is not supported</source>
        <translation>サポートされていません</translation>
    </message>
    <message>
        <source>Refused, because it is not safe to open</source>
        <translation>安全に開けないため拒否しました</translation>
    </message>
    <message>
        <source>Something speaks against this transfer</source>
        <translation>この転送を妨げる問題があります</translation>
    </message>
    <message>
        <source>The password is wrong</source>
        <translation>パスワードが違います</translation>
    </message>
    <message>
        <source>It is locked, or in use</source>
        <translation>ロックされているか、使用中です</translation>
    </message>
    <message>
        <source>The image changed while it was read</source>
        <translation>読み取り中にイメージが変更されました</translation>
    </message>
    <message>
        <source>It is larger than is allowed</source>
        <translation>許容サイズを超えています</translation>
    </message>
    <message>
        <source>A program that is needed is missing</source>
        <translation>必要なプログラムがありません</translation>
    </message>
    <message>
        <source>A helper program failed</source>
        <translation>補助プログラムが失敗しました</translation>
    </message>
    <message>
        <source>The connection failed</source>
        <translation>接続に失敗しました</translation>
    </message>
    <message>
        <source>There was no answer in time</source>
        <translation>時間内に応答がありませんでした</translation>
    </message>
    <message>
        <source>The cleanup could not be confirmed</source>
        <translation>クリーンアップを確認できませんでした</translation>
    </message>
    <message>
        <source>Internal error</source>
        <translation>Sealift の内部エラーです</translation>
    </message>
</context>
<context>
    <name>ExportTarget</name>
    <message>
        <source>Hyper-V, generation 2 (UEFI)</source>
        <translation>Hyper-V、第 2 世代 (UEFI)</translation>
    </message>
    <message>
        <source>Hyper-V, generation 1 (BIOS)</source>
        <translation>Hyper-V、第 1 世代 (BIOS)</translation>
    </message>
    <message>
        <source>Upload it to the datastore, then: vmkfstools -i disk.vmdk -d thin new.vmdk</source>
        <translation>データストアにアップロードしてから実行: vmkfstools -i disk.vmdk -d thin new.vmdk</translation>
    </message>
    <message>
        <source>Make it growable first: vmware-vdiskmanager -r disk.vmdk -t 0 new.vmdk</source>
        <translation>先に拡張可能な形式に変換: vmware-vdiskmanager -r disk.vmdk -t 0 new.vmdk</translation>
    </message>
    <message>
        <source>Disks over 2040 GiB need VHDX, which generation 1 can use as well.</source>
        <translation>2040 GiB を超えるディスクには VHDX が必要です。VHDX は第 1 世代でも使えます。</translation>
    </message>
    <message>
        <source>Upload it as a page blob, for example with azcopy.</source>
        <translation>azcopy などを使い、ページ BLOB としてアップロードしてください。</translation>
    </message>
    <message>
        <source>XenServer and XCP-ng import VHD, dynamic, too.</source>
        <translation>XenServer と XCP-ng も容量可変の VHD をインポートできます。</translation>
    </message>
    <message>
        <source>growing</source>
        <translation>容量可変</translation>
    </message>
    <message>
        <source>fixed size</source>
        <translation>固定サイズ</translation>
    </message>
    <message>
        <source>stream-optimized</source>
        <translation>ストリーム最適化</translation>
    </message>
    <message>
        <source>not compressed</source>
        <translation>圧縮なし</translation>
    </message>
    <message>
        <source>compressed (zlib)</source>
        <translation>圧縮 (zlib)</translation>
    </message>
    <message>
        <source>compressed (zstd)</source>
        <translation>圧縮 (zstd)</translation>
    </message>
</context>
<context>
    <name>ForgetLibrary</name>
    <message>
        <source>Forget Library</source>
        <translation>ライブラリの登録解除</translation>
    </message>
    <message>
        <source>Take "%1" from the list?</source>
        <translation>「%1」を一覧から外しますか?</translation>
    </message>
    <message>
        <source>Its files in %1 stay as they are. Its password is removed from the keyring: make sure that you know it.</source>
        <translation>%1 にあるファイルはそのまま残ります。パスワードはキーリングから削除されるため、控えがあることを確認してください。</translation>
    </message>
    <message>
        <source>Its files in %1 stay as they are, and it can be opened again there with its password.</source>
        <translation>%1 にあるファイルはそのまま残ります。パスワードがあれば、その場所から再び開くことができます。</translation>
    </message>
    <message>
        <source>&amp;Forget It, Keep Its Files</source>
        <translation>登録を解除し、ファイルは残す(&amp;F)</translation>
    </message>
</context>
<context>
    <name>Guarantee</name>
    <message>
        <source>encrypted with the library's key</source>
        <translation>ライブラリの鍵で暗号化</translation>
    </message>
    <message>
        <source>TLS on top</source>
        <translation>さらに TLS で保護</translation>
    </message>
    <message>
        <source>encrypted; the store never sees plaintext or the key</source>
        <translation>暗号化済み。ストレージ側に平文や鍵が渡ることはありません</translation>
    </message>
    <message>
        <source>no: the service itself must read the image</source>
        <translation>なし: サービス自体がイメージを読み取る必要があります</translation>
    </message>
    <message>
        <source>TLS &gt;= 1.2</source>
        <translation>TLS 1.2 以上</translation>
    </message>
    <message>
        <source>encrypted by the account's KMS key or the store (staging: SSE-KMS, or SSE-S3; result: encrypted snapshot/AMI)</source>
        <translation>アカウントの KMS キーまたはストレージで暗号化 (ステージング: SSE-KMS または SSE-S3、結果: 暗号化されたスナップショット/AMI)</translation>
    </message>
    <message>
        <source>only if an encrypted export is chosen</source>
        <translation>暗号化エクスポートを選択した場合のみ</translation>
    </message>
    <message>
        <source>-</source>
        <comment>no wire</comment>
        <translation>-</translation>
    </message>
    <message>
        <source>as chosen; plaintext needs an explicit confirmation</source>
        <translation>選択に従います。平文には明示的な確認が必要です</translation>
    </message>
</context>
<context>
    <name>ImportPurpose</name>
    <message>
        <source>Not decided yet</source>
        <translation>未定</translation>
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
        <translation>確認中...</translation>
    </message>
    <message>
        <source>Refused: %1</source>
        <translation>拒否: %1</translation>
    </message>
    <message>
        <source>New version: the library has an image of this name</source>
        <translation>新しいバージョン: 同名のイメージがライブラリにあります</translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>警告 %n 件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>注記 %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>looking at the disk...</source>
        <translation>ディスクを調べています...</translation>
    </message>
    <message>
        <source>Not looked at closely: %1</source>
        <translation>詳しく調べられませんでした: %1</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>準備完了</translation>
    </message>
</context>
<context>
    <name>LibraryText</name>
    <message>
        <source>locked</source>
        <translation>ロック中</translation>
    </message>
    <message>
        <source>unlocking</source>
        <translation>ロック解除中</translation>
    </message>
    <message>
        <source>unlocked</source>
        <translation>ロック解除済み</translation>
    </message>
    <message>
        <source>unreachable</source>
        <translation>アクセス不可</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>state and number of images</comment>
        <translation>%1、%2</translation>
    </message>
    <message numerus="yes">
        <source>%n image(s)</source>
        <translation>
            <numerusform>%n 個のイメージ</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QObject</name>
    <message>
        <source>Recovery Passphrase</source>
        <translation>回復キー</translation>
    </message>
    <message>
        <source>The recovery passphrase was not confirmed.</source>
        <translation>回復キーが確認されていません。</translation>
    </message>
    <message>
        <source>The library is made and can be used with its password. If that gets lost and you have no copy of the passphrase, everything in the library is lost.</source>
        <translation>ライブラリは作成済みで、パスワードで使用できます。回復キーの控えがないままパスワードを失うと、ライブラリの内容はすべて失われます。</translation>
    </message>
    <message>
        <source>&amp;Discard the Passphrase</source>
        <translation>回復キーを破棄(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Back to the Passphrase</source>
        <translation>回復キーに戻る(&amp;B)</translation>
    </message>
</context>
<context>
    <name>Receipt</name>
    <message>
        <source>Scratch volume</source>
        <translation>作業ボリューム</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>ボリューム</translation>
    </message>
    <message>
        <source>Cipher</source>
        <translation>暗号方式</translation>
    </message>
    <message>
        <source>Quota</source>
        <translation>クォータ</translation>
    </message>
    <message>
        <source>Used at most</source>
        <translation>最大使用量</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>イメージ</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>形式</translation>
    </message>
    <message>
        <source>Disk size</source>
        <translation>ディスクサイズ</translation>
    </message>
    <message>
        <source>Destination</source>
        <translation>保存先</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>暗号化</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>終了</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>how and when</comment>
        <translation>%1、%2</translation>
    </message>
    <message>
        <source>SHA-256 of the disk</source>
        <translation>ディスクの SHA-256</translation>
    </message>
    <message>
        <source>Cleanup</source>
        <translation>クリーンアップ</translation>
    </message>
    <message>
        <source>Cleanup, attempt %1</source>
        <translation>クリーンアップ (試行 %1)</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>証跡</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>タスク</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>発行日時</translation>
    </message>
    <message>
        <source>Issued by</source>
        <translation>発行者</translation>
    </message>
    <message>
        <source>Audit entries</source>
        <translation>監査エントリ数</translation>
    </message>
    <message>
        <source>Hash of the entries</source>
        <translation>エントリのハッシュ</translation>
    </message>
    <message>
        <source>Nothing of this task is left in scratch: that was done, looked at again, and signed.</source>
        <translation>このタスクのものは作業領域に何も残っていません。破棄し、再確認し、署名しました。</translation>
    </message>
    <message>
        <source>It could not be confirmed that nothing of this task is left in scratch.</source>
        <translation>このタスクのものが作業領域に何も残っていないことを確認できませんでした。</translation>
    </message>
    <message>
        <source>Signed by the key</source>
        <translation>署名鍵</translation>
    </message>
    <message>
        <source>Receipt of a cleanup</source>
        <translation>クリーンアップの受領書</translation>
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
        <translation>名前</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>To</source>
        <translation>保存先</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>進行状況</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>Left</source>
        <comment>time left</comment>
        <translation>残り時間</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>サイズ</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>暗号化</translation>
    </message>
    <message>
        <source>Scratch</source>
        <translation>作業ボリューム</translation>
    </message>
    <message>
        <source>Cleanup</source>
        <translation>クリーンアップ</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>追加日時</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>終了日時</translation>
    </message>
    <message>
        <source>The order in which tasks run. Drag rows to change it.</source>
        <translation>タスクの実行順です。行をドラッグして変更できます。</translation>
    </message>
    <message>
        <source>The image that is moved.</source>
        <translation>転送するイメージです。</translation>
    </message>
    <message>
        <source>Import into a library, or export out of one.</source>
        <translation>ライブラリへのインポート、またはライブラリからのエクスポートです。</translation>
    </message>
    <message>
        <source>Where the data goes.</source>
        <translation>データの保存先です。</translation>
    </message>
    <message>
        <source>What the task is doing.</source>
        <translation>タスクの現在の動作です。</translation>
    </message>
    <message>
        <source>How much of the image has been processed; in the end, what became of it.</source>
        <translation>イメージの処理済みの割合です。終了後は結果を表示します。</translation>
    </message>
    <message>
        <source>How fast it goes, over the last three seconds.</source>
        <translation>直近 3 秒間の速度です。</translation>
    </message>
    <message>
        <source>How long it will take, as soon as that can be told.</source>
        <translation>残り時間です。予測できるようになると表示されます。</translation>
    </message>
    <message>
        <source>The size of the disks inside the image.</source>
        <translation>イメージに含まれるディスクのサイズです。</translation>
    </message>
    <message>
        <source>How the data is protected where it goes.</source>
        <translation>保存先でのデータの保護方法です。</translation>
    </message>
    <message>
        <source>The task's encrypted scratch volume: its state, and how much of its quota is used.</source>
        <translation>タスクの暗号化された作業ボリュームの状態と、クォータの使用量です。</translation>
    </message>
    <message>
        <source>Whether nothing of the task is left in scratch: destroyed, looked at again, and confirmed.</source>
        <translation>タスクのものが作業領域に残っていないか (破棄、再確認、確認済み) を示します。</translation>
    </message>
    <message>
        <source>When the task was added.</source>
        <translation>タスクを追加した日時です。</translation>
    </message>
    <message>
        <source>When the task ended.</source>
        <translation>タスクが終了した日時です。</translation>
    </message>
</context>
<context>
    <name>TaskRow</name>
    <message>
        <source>the cleanup was not confirmed</source>
        <translation>クリーンアップを確認できませんでした</translation>
    </message>
    <message>
        <source>left: %1</source>
        <translation>残存物: %1</translation>
    </message>
    <message>
        <source>%1 - %2 stored</source>
        <translation>%1 - %2 を保存</translation>
    </message>
    <message>
        <source>%1 - %2 written</source>
        <translation>%1 - %2 を書き込み</translation>
    </message>
    <message>
        <source>-</source>
        <comment>no rate</comment>
        <translation>-</translation>
    </message>
    <message>
        <source>none</source>
        <comment>encryption</comment>
        <translation>なし</translation>
    </message>
    <message>
        <source>none</source>
        <comment>scratch</comment>
        <translation>なし</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <comment>used / quota</comment>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>to %1</source>
        <comment>destination</comment>
        <translation>保存先: %1</translation>
    </message>
    <message>
        <source>encryption %1</source>
        <translation>暗号化: %1</translation>
    </message>
    <message>
        <source>scratch %1</source>
        <translation>作業ボリューム: %1</translation>
    </message>
    <message>
        <source>cleanup %1</source>
        <translation>クリーンアップ: %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>label and value</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>タスク</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>From</source>
        <translation>転送元</translation>
    </message>
    <message>
        <source>To</source>
        <translation>保存先</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>進行状況</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2 中 %1</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>追加日時</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>開始日時</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>終了日時</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>エラー</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>対処方法</translation>
    </message>
    <message>
        <source>Scratch</source>
        <translation>作業ボリューム</translation>
    </message>
    <message>
        <source>Cleanup</source>
        <translation>クリーンアップ</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>残存物</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>受領書</translation>
    </message>
    <message>
        <source>Attempt</source>
        <translation>試行回数</translation>
    </message>
    <message>
        <source>%1 - all of it is sound</source>
        <translation>%1 - すべて正常</translation>
    </message>
    <message>
        <source>in %1</source>
        <comment>library</comment>
        <translation>%1 内</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>サービス</translation>
    </message>
</context>
<context>
    <name>TaskText</name>
    <message>
        <source>queued</source>
        <translation>待機中</translation>
    </message>
    <message>
        <source>preflight</source>
        <translation>事前チェック</translation>
    </message>
    <message>
        <source>transferring</source>
        <translation>転送中</translation>
    </message>
    <message>
        <source>finalizing</source>
        <translation>最終処理中</translation>
    </message>
    <message>
        <source>cleaning up</source>
        <translation>クリーンアップ中</translation>
    </message>
    <message>
        <source>completed</source>
        <translation>完了</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>一時停止中</translation>
    </message>
    <message>
        <source>cancelling</source>
        <translation>キャンセル処理中</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>キャンセル済み</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失敗</translation>
    </message>
    <message>
        <source>Helper files removed</source>
        <translation>補助ファイルを削除</translation>
    </message>
    <message>
        <source>Servers stopped</source>
        <translation>サーバーを停止</translation>
    </message>
    <message>
        <source>Key erased</source>
        <translation>鍵を消去</translation>
    </message>
    <message>
        <source>Content freed on the disk</source>
        <translation>ディスク上の内容を解放</translation>
    </message>
    <message>
        <source>Volume removed</source>
        <translation>ボリュームを削除</translation>
    </message>
    <message>
        <source>Sockets removed</source>
        <translation>ソケットを削除</translation>
    </message>
    <message>
        <source>Folder removed</source>
        <translation>フォルダーを削除</translation>
    </message>
    <message>
        <source>Removal written to the disk</source>
        <translation>削除をディスクに反映</translation>
    </message>
    <message>
        <source>Volume is gone</source>
        <translation>ボリュームが残っていない</translation>
    </message>
    <message>
        <source>Folder is gone</source>
        <translation>フォルダーが残っていない</translation>
    </message>
    <message>
        <source>No open file is left</source>
        <translation>開いているファイルが残っていない</translation>
    </message>
    <message>
        <source>No process is left</source>
        <translation>プロセスが残っていない</translation>
    </message>
    <message>
        <source>No socket is left</source>
        <translation>ソケットが残っていない</translation>
    </message>
    <message>
        <source>No mount is left</source>
        <translation>マウントが残っていない</translation>
    </message>
    <message>
        <source>pausing</source>
        <translation>一時停止処理中</translation>
    </message>
    <message>
        <source>import</source>
        <translation>インポート</translation>
    </message>
    <message>
        <source>export</source>
        <translation>エクスポート</translation>
    </message>
    <message>
        <source>verify</source>
        <translation>検証</translation>
    </message>
    <message>
        <source>creating</source>
        <comment>scratch</comment>
        <translation>作成中</translation>
    </message>
    <message>
        <source>ready</source>
        <comment>scratch</comment>
        <translation>準備完了</translation>
    </message>
    <message>
        <source>in use</source>
        <comment>scratch</comment>
        <translation>使用中</translation>
    </message>
    <message>
        <source>destroying</source>
        <comment>scratch</comment>
        <translation>破棄中</translation>
    </message>
    <message>
        <source>destroyed</source>
        <comment>scratch</comment>
        <translation>破棄済み</translation>
    </message>
    <message>
        <source>gone</source>
        <comment>scratch</comment>
        <translation>消去確認済み</translation>
    </message>
    <message>
        <source>left over</source>
        <comment>scratch</comment>
        <translation>残存あり</translation>
    </message>
    <message>
        <source>none yet</source>
        <comment>scratch</comment>
        <translation>未作成</translation>
    </message>
    <message>
        <source>confirmed</source>
        <comment>cleanup</comment>
        <translation>確認済み</translation>
    </message>
    <message>
        <source>unconfirmed</source>
        <comment>cleanup</comment>
        <translation>未確認</translation>
    </message>
    <message>
        <source>pending</source>
        <comment>cleanup</comment>
        <translation>保留中</translation>
    </message>
    <message>
        <source>traces left</source>
        <translation>痕跡あり</translation>
    </message>
    <message>
        <source>none: a plain file, which anybody can read</source>
        <translation>なし: 誰でも読み取れる平文のファイル</translation>
    </message>
    <message>
        <source>AES-256-CTR with Poly1305-AES, before it leaves memory</source>
        <translation>AES-256-CTR と Poly1305-AES (メモリから出る前に暗号化)</translation>
    </message>
    <message>
        <source>The image was not changed. What is stored already is kept: a retry goes on from there.</source>
        <translation>イメージは変更されていません。保存済みのデータは保持され、再試行するとその続きから再開します。</translation>
    </message>
    <message>
        <source>The library was not changed, and no half-written file is left under the final name.</source>
        <translation>ライブラリは変更されていません。書きかけのファイルが最終的な名前で残ることもありません。</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>何も変更されていません。</translation>
    </message>
    <message>
        <source>What is left is encrypted, by a key that was never anywhere but in memory.</source>
        <translation>残っているものは、メモリ上にしか存在しなかった鍵で暗号化されています。</translation>
    </message>
    <message>
        <source>AES-256-CTR with Poly1305-AES; decrypted in memory only</source>
        <translation>AES-256-CTR と Poly1305-AES。復号はメモリー内でのみ</translation>
    </message>
    <message>
        <source>at EC2</source>
        <comment>encryption</comment>
        <translation>EC2 側</translation>
    </message>
    <message>
        <source>%1: sealed before it leaves memory, and opened only by whom it is for</source>
        <translation>%1: メモリから出る前に封印され、宛先の人だけが開けます</translation>
    </message>
    <message>
        <source>TLS &gt;= 1.2 on the wire, a KMS key at rest; EC2 itself must read the image</source>
        <translation>転送時は TLS 1.2 以上、保存時は KMS キー。EC2 自身がイメージを読む必要があります</translation>
    </message>
</context>
<context>
    <name>Text</name>
    <message>
        <source>%1/s</source>
        <comment>a rate</comment>
        <translation>%1/秒</translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>per cent</comment>
        <translation>%1%</translation>
    </message>
    <message>
        <source>%1 s</source>
        <comment>seconds</comment>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min</source>
        <comment>minutes</comment>
        <translation>%1 分</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <comment>hours and minutes</comment>
        <translation>%1 時間 %2 分</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <comment>minutes and seconds</comment>
        <translation>%1 分 %2 秒</translation>
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
        <translation>すべての転送で使用する帯域幅の合計の上限</translation>
    </message>
    <message>
        <source>No Limit</source>
        <translation>制限なし</translation>
    </message>
    <message>
        <source>Limit: %1</source>
        <translation>制限: %1</translation>
    </message>
    <message>
        <source>off</source>
        <translation>オフ</translation>
    </message>
    <message>
        <source>Limit: %1, by the schedule</source>
        <translation>制限: %1 (スケジュール)</translation>
    </message>
</context>
<context>
    <name>sealift::BucketFields</name>
    <message>
        <source>the one that AWS's own tools would use</source>
        <translation>AWS のツールが使うもの</translation>
    </message>
    <message>
        <source>A profile of AWS's configuration files. Keys are never asked for here: they come from there, the environment, or the instance.</source>
        <translation>AWS の設定ファイルにあるプロファイル。鍵をここで尋ねることはありません。設定ファイル、環境変数、またはインスタンスから得ます。</translation>
    </message>
    <message>
        <source>what the service says</source>
        <translation>サービスが示すもの</translation>
    </message>
    <message>
        <source>the system's certificates</source>
        <translation>システムの証明書</translation>
    </message>
    <message>
        <source>Choos&amp;e...</source>
        <translation>選択(&amp;E)...</translation>
    </message>
    <message>
        <source>Choose the file with certificates</source>
        <translation>証明書のファイルを選択</translation>
    </message>
    <message>
        <source>P&amp;rofile:</source>
        <translation>プロファイル(&amp;R):</translation>
    </message>
    <message>
        <source>Re&amp;gion:</source>
        <translation>リージョン(&amp;G):</translation>
    </message>
    <message>
        <source>Certificates to Trust</source>
        <translation>信頼する証明書</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer);;All files (*)</source>
        <translation>証明書 (*.pem *.crt *.cer);;すべてのファイル (*)</translation>
    </message>
    <message>
        <source>Certi&amp;ficates:</source>
        <translation>証明書(&amp;F):</translation>
    </message>
</context>
<context>
    <name>sealift::CheckList</name>
    <message>
        <source>Checks of the cleanup</source>
        <translation>クリーンアップの検査項目</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>未実施</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>はい</translation>
    </message>
    <message>
        <source>no</source>
        <translation>いいえ</translation>
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
        <translation>ライブラリの一覧</translation>
    </message>
    <message>
        <source>The settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>A service</source>
        <translation>サービス</translation>
    </message>
    <message>
        <source>Locked by itself</source>
        <translation>自動的にロックしました</translation>
    </message>
    <message>
        <source>Their keys are no longer in memory: %1</source>
        <translation>次のライブラリの鍵はもうメモリにありません: %1</translation>
    </message>
    <message>
        <source>The rules about texts</source>
        <translation>テキストに関する規則</translation>
    </message>
</context>
<context>
    <name>sealift::DestinationPanel</name>
    <message>
        <source>Destinations</source>
        <translation>保存先</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>タスク</translation>
    </message>
    <message>
        <source>Libraries</source>
        <translation>ライブラリ</translation>
    </message>
    <message>
        <source>New Library...</source>
        <translation>新しいライブラリ...</translation>
    </message>
    <message>
        <source>Make a place where images are kept encrypted</source>
        <translation>イメージを暗号化して保管する場所を作成します</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>library and state</comment>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n under way</source>
        <translation>
            <numerusform>%n 個実行中</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in the list</source>
        <translation>
            <numerusform>一覧に %n 個</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Import into This Library...</source>
        <translation>このライブラリにインポート(&amp;I)...</translation>
    </message>
    <message>
        <source>&amp;Export from This Library...</source>
        <translation>このライブラリからエクスポート(&amp;E)...</translation>
    </message>
    <message>
        <source>&amp;Lock</source>
        <translation>ロック(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Unlock...</source>
        <translation>ロック解除(&amp;U)...</translation>
    </message>
    <message>
        <source>Look &amp;Again</source>
        <translation>再確認(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Forget...</source>
        <translation>登録解除(&amp;F)...</translation>
    </message>
    <message>
        <source>&amp;New Library...</source>
        <translation>新しいライブラリ(&amp;N)...</translation>
    </message>
    <message>
        <source>&amp;Open Library...</source>
        <translation>ライブラリを開く(&amp;O)...</translation>
    </message>
    <message>
        <source>Forget Library</source>
        <translation>ライブラリの登録解除</translation>
    </message>
    <message>
        <source>Take "%1" from the list?</source>
        <translation>「%1」を一覧から外しますか?</translation>
    </message>
    <message>
        <source>Its images stay where they are. Its password is taken from this computer's keyring: make sure that you know it, or have its recovery sheet.</source>
        <translation>イメージは今の場所にそのまま残ります。パスワードはこのコンピューターのキーリングから削除されるため、パスワードの控えか回復シートがあることを確認してください。</translation>
    </message>
    <message>
        <source>Forget Library and Password</source>
        <translation>ライブラリの登録とパスワードを削除</translation>
    </message>
    <message>
        <source>Amazon EC2</source>
        <translation>Amazon EC2</translation>
    </message>
    <message>
        <source>images and snapshots</source>
        <translation>イメージとスナップショット</translation>
    </message>
    <message>
        <source>Send images to Amazon EC2, or fetch them from there</source>
        <translation>イメージを Amazon EC2 へ送信、または Amazon EC2 から取得</translation>
    </message>
    <message>
        <source>&amp;Send Images to Amazon EC2...</source>
        <translation>イメージを Amazon EC2 へ送信(&amp;S)...</translation>
    </message>
    <message>
        <source>&amp;Import from Amazon EC2...</source>
        <translation>Amazon EC2 からインポート(&amp;I)...</translation>
    </message>
    <message>
        <source>&amp;Export from Amazon EC2...</source>
        <translation>Amazon EC2 からエクスポート(&amp;E)...</translation>
    </message>
    <message>
        <source>Cloud</source>
        <translation>クラウド</translation>
    </message>
</context>
<context>
    <name>sealift::DetailPane</name>
    <message>
        <source>Details of the task</source>
        <translation>タスクの詳細</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>概要</translation>
    </message>
    <message>
        <source>Scratch Volume</source>
        <translation>作業ボリューム</translation>
    </message>
    <message>
        <source>Preflight</source>
        <translation>事前チェック</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>ログ</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>受領書</translation>
    </message>
    <message numerus="yes">
        <source>%n tasks are chosen.</source>
        <translation>
            <numerusform>%n 個のタスクを選択しています。</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose a task to see its details.</source>
        <translation>タスクを選択すると詳細が表示されます。</translation>
    </message>
</context>
<context>
    <name>sealift::Dialogs</name>
    <message>
        <source>There is no sample image on this computer</source>
        <translation>このコンピューターにサンプルイメージがありません</translation>
    </message>
    <message>
        <source>Import any disk image of yours instead.</source>
        <translation>代わりに、お手持ちのディスクイメージをインポートしてください。</translation>
    </message>
</context>
<context>
    <name>sealift::DropOverlay</name>
    <message>
        <source>Drop zone</source>
        <translation>ドロップ領域</translation>
    </message>
</context>
<context>
    <name>sealift::Ec2AccountForm</name>
    <message>
        <source>the one that AWS's own tools would use</source>
        <translation>AWS のツールが使うもの</translation>
    </message>
    <message>
        <source>Amazon EC2 is being asked.</source>
        <translation>Amazon EC2 に問い合わせています。</translation>
    </message>
    <message>
        <source>As %1, account %2, in %3. Credentials: %4</source>
        <translation>%1 として接続、アカウント %2、リージョン %3。認証情報: %4</translation>
    </message>
</context>
<context>
    <name>sealift::Ec2Destination</name>
    <message>
        <source>Block by block, without a bucket</source>
        <translation>ブロック単位、バケットなし</translation>
    </message>
    <message>
        <source>Through a bucket, by VM Import/Export</source>
        <translation>バケット経由、VM Import/Export による</translation>
    </message>
    <message>
        <source>by the store (SSE-S3)</source>
        <translation>ストアによる (SSE-S3)</translation>
    </message>
    <message>
        <source>by a KMS key (SSE-KMS)</source>
        <translation>KMS キーによる (SSE-KMS)</translation>
    </message>
    <message>
        <source>the account's key for EBS</source>
        <translation>アカウントの EBS 用キー</translation>
    </message>
    <message>
        <source>The ARN or id of a key. What comes of the import is always encrypted.</source>
        <translation>キーの ARN または ID。インポートの結果は必ず暗号化されます。</translation>
    </message>
    <message>
        <source>as the disk shows</source>
        <translation>ディスクの内容に従う</translation>
    </message>
    <message>
        <source>&amp;Way:</source>
        <translation>経路(&amp;W):</translation>
    </message>
    <message>
        <source>&amp;Bucket:</source>
        <translation>バケット(&amp;B):</translation>
    </message>
    <message>
        <source>Encr&amp;yption there:</source>
        <translation>保存先での暗号化(&amp;Y):</translation>
    </message>
    <message>
        <source>&amp;KMS key:</source>
        <translation>KMS キー(&amp;K):</translation>
    </message>
    <message>
        <source>Pro&amp;cessor:</source>
        <translation>プロセッサー(&amp;C):</translation>
    </message>
    <message>
        <source>The disks lie there encrypted while EC2 reads them, and are removed again.</source>
        <translation>ディスクは EC2 が読む間だけ暗号化されてそこに置かれ、その後削除されます。</translation>
    </message>
    <message>
        <source>Disks are removed from there again, and Sealift looks.</source>
        <translation>ディスクはそこから削除され、Sealift がそれを確認します。</translation>
    </message>
    <message>
        <source>Fir&amp;mware:</source>
        <translation>ファームウェア(&amp;M):</translation>
    </message>
</context>
<context>
    <name>sealift::Ec2ImportDialog</name>
    <message>
        <source>Import from Amazon EC2</source>
        <translation>Amazon EC2 からインポート</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>インポート(&amp;I)</translation>
    </message>
    <message>
        <source>Na&amp;me:</source>
        <translation>名前(&amp;M):</translation>
    </message>
    <message>
        <source>This account has neither images nor snapshots in this region.</source>
        <translation>このアカウントには、このリージョンにイメージもスナップショットもありません。</translation>
    </message>
    <message numerus="yes">
        <source>%n disk(s), read block by block; nothing is changed at EC2.</source>
        <translation>
            <numerusform>%n 台のディスクをブロック単位で読み取ります。EC2 側は何も変更しません。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sealift::Ec2OriginList</name>
    <message>
        <source>Images and snapshots at EC2</source>
        <translation>EC2 のイメージとスナップショット</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>サイズ</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>暗号化</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>作成日時</translation>
    </message>
    <message>
        <source>image (AMI)</source>
        <translation>イメージ (AMI)</translation>
    </message>
    <message>
        <source>snapshot</source>
        <translation>スナップショット</translation>
    </message>
    <message>
        <source>KMS key</source>
        <translation>KMS キー</translation>
    </message>
    <message>
        <source>none</source>
        <comment>encryption at EC2</comment>
        <translation>なし</translation>
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
        <translation>コピー</translation>
    </message>
</context>
<context>
    <name>sealift::EmptyPage</name>
    <message>
        <source>Drop disk images here, and they are kept encrypted in your library.</source>
        <translation>ここにディスクイメージをドロップすると、ライブラリに暗号化して保管されます。</translation>
    </message>
    <message>
        <source>Import Images...</source>
        <translation>イメージをインポート...</translation>
    </message>
    <message>
        <source>Try it with the sample image</source>
        <translation>サンプルイメージで試す</translation>
    </message>
    <message>
        <source>Imports the small bootable disk that comes with Sealift</source>
        <translation>Sealift に付属する起動可能な小さいディスクをインポートします</translation>
    </message>
</context>
<context>
    <name>sealift::ExistingLibraryPage</name>
    <message>
        <source>Where is the library?</source>
        <translation>ライブラリの場所</translation>
    </message>
    <message>
        <source>&amp;Unlock</source>
        <translation>ロック解除(&amp;U)</translation>
    </message>
    <message>
        <source>A folder that Sealift or restic made, on this computer, a drive, or a share; or a place in a bucket.</source>
        <translation>Sealift または restic が作成した、このコンピューター、ドライブ、共有上のフォルダー、またはバケット内の場所。</translation>
    </message>
</context>
<context>
    <name>sealift::ExportEc2Page</name>
    <message>
        <source>Which disk at EC2?</source>
        <translation>EC2 のどのディスクですか?</translation>
    </message>
    <message>
        <source>Its blocks are read directly, also those of encrypted snapshots; nothing is changed at EC2.</source>
        <translation>ブロックを直接読み取ります。暗号化されたスナップショットも同様です。EC2 側は何も変更しません。</translation>
    </message>
    <message>
        <source>&amp;Disk:</source>
        <translation>ディスク(&amp;D):</translation>
    </message>
    <message>
        <source>This account has neither images nor snapshots in this region.</source>
        <translation>このアカウントには、このリージョンにイメージもスナップショットもありません。</translation>
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
        <translation>イメージの選択</translation>
    </message>
    <message>
        <source>The image stays in the library; a copy of its disk is written.</source>
        <translation>イメージはライブラリに残り、そのディスクのコピーが書き出されます。</translation>
    </message>
    <message>
        <source>&amp;Library:</source>
        <translation>ライブラリ(&amp;L):</translation>
    </message>
    <message>
        <source>&amp;Disk:</source>
        <translation>ディスク(&amp;D):</translation>
    </message>
    <message>
        <source>There is no library yet: make or open one first.</source>
        <translation>ライブラリがまだありません。先に作成するか開いてください。</translation>
    </message>
    <message>
        <source>Unlock the library to see its images.</source>
        <translation>イメージを表示するには、ライブラリのロックを解除してください。</translation>
    </message>
    <message>
        <source>The library is being unlocked.</source>
        <translation>ライブラリのロックを解除しています。</translation>
    </message>
    <message>
        <source>There is no image in this library yet.</source>
        <translation>このライブラリにはまだイメージがありません。</translation>
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
        <translation>どのライブラリですか?</translation>
    </message>
    <message>
        <source>The image keeps its name, its disks and all that is known of it. What is there already is not sent.</source>
        <translation>イメージの名前、ディスク、わかっている情報はすべてそのままです。既にあるものは送信しません。</translation>
    </message>
    <message>
        <source>This is the library that the image is in. Choose another one.</source>
        <translation>イメージはこのライブラリにあります。別のライブラリを選択してください。</translation>
    </message>
</context>
<context>
    <name>sealift::ExportPlacePage</name>
    <message>
        <source>The file appears when it is complete and checked, or not at all. Only you can read it.</source>
        <translation>ファイルは、完成して検査に合格した場合にのみ作成されます。読み取れるのはあなただけです。</translation>
    </message>
    <message>
        <source>C&amp;hoose...</source>
        <translation>選択(&amp;H)...</translation>
    </message>
    <message>
        <source>&amp;File:</source>
        <translation>ファイル(&amp;F):</translation>
    </message>
    <message>
        <source>Export to File</source>
        <translation>ファイルにエクスポート</translation>
    </message>
    <message>
        <source>Name a file.</source>
        <translation>ファイル名を入力してください。</translation>
    </message>
    <message>
        <source>This is a folder. Add the name of the file.</source>
        <translation>これはフォルダーです。ファイル名を追加してください。</translation>
    </message>
    <message>
        <source>This is a device or the like. Sealift writes files only.</source>
        <translation>これはデバイスなどの特殊ファイルです。Sealift は通常のファイルにのみ書き込みます。</translation>
    </message>
    <message>
        <source>There is no folder %1.</source>
        <translation>フォルダー %1 がありません。</translation>
    </message>
    <message>
        <source>This is inside the library. Choose a folder outside it.</source>
        <translation>これはライブラリの中です。ライブラリの外のフォルダーを選択してください。</translation>
    </message>
    <message>
        <source>You may not write in this folder. Choose another one.</source>
        <translation>このフォルダーへの書き込み権限がありません。別のフォルダーを選択してください。</translation>
    </message>
    <message>
        <source>The disk is too full: up to %1 is needed, and %2 is free.</source>
        <translation>ディスクの空き容量が足りません。最大 %1 必要ですが、空きは %2 です。</translation>
    </message>
    <message>
        <source>Up to %1 is needed, and %2 is free.</source>
        <translation>最大 %1 必要です。空きは %2 です。</translation>
    </message>
    <message>
        <source>Up to %1 is needed.</source>
        <translation>最大 %1 必要です。</translation>
    </message>
    <message>
        <source>Where to?</source>
        <translation>どこへ?</translation>
    </message>
    <message>
        <source>A file on this computer, a drive or a share</source>
        <translation>このコンピューター、ドライブ、または共有上のファイル</translation>
    </message>
    <message>
        <source>An object in a bucket of an S3 service</source>
        <translation>S3 サービスのバケット内のオブジェクト</translation>
    </message>
    <message>
        <source>&amp;Kind:</source>
        <translation>種類(&amp;K):</translation>
    </message>
    <message>
        <source>The object appears when it is complete and checked, or not at all.</source>
        <translation>オブジェクトは完成して確認された時点で現れ、そうでなければ現れません。</translation>
    </message>
    <message>
        <source>A&amp;ddress:</source>
        <translation>アドレス(&amp;D):</translation>
    </message>
    <message>
        <source>s3:https://HOST/BUCKET/NAME, or s3:REGION/BUCKET/NAME for Amazon S3</source>
        <translation>s3:https://ホスト/バケット/名前、Amazon S3 では s3:リージョン/バケット/名前</translation>
    </message>
    <message>
        <source>Name the service, the bucket and the object.</source>
        <translation>サービス、バケット、オブジェクトを指定してください。</translation>
    </message>
    <message>
        <source>The address of an object begins with "s3:".</source>
        <translation>オブジェクトのアドレスは「s3:」で始まります。</translation>
    </message>
    <message>
        <source>This is inside the library. Choose a place outside it.</source>
        <translation>これはライブラリの中です。ライブラリの外の場所を選択してください。</translation>
    </message>
    <message>
        <source>The bucket answers. Up to %1 is sent.</source>
        <translation>バケットが応答しました。最大 %1 を送信します。</translation>
    </message>
    <message>
        <source>Re&amp;place "%1": what is in it now is lost</source>
        <translation>「%1」を置き換える (現在の内容は失われます)(&amp;P)</translation>
    </message>
    <message>
        <source>There is something of this name already.</source>
        <translation>この名前のものが既にあります。</translation>
    </message>
</context>
<context>
    <name>sealift::ExportProtectionPage</name>
    <message>
        <source>How is the file protected?</source>
        <translation>ファイルの保護</translation>
    </message>
    <message>
        <source>A plain file protects nothing</source>
        <translation>平文のファイルは何も保護しません</translation>
    </message>
    <message>
        <source>Whoever gets hold of it, or of the medium that it was on, can read everything on the disk: files, passwords, keys. Deleting it later does not erase it. Its permissions let no other user of this computer open it; a copy elsewhere may be open to all.</source>
        <translation>このファイルや、保存されていた媒体を手に入れた人は、ディスク上のファイル、パスワード、鍵などをすべて読み取れます。後で削除しても消去したことにはなりません。ファイルのアクセス権により、このコンピューターの他のユーザーは開けませんが、別の場所へのコピーは誰でも開けるかもしれません。</translation>
    </message>
    <message>
        <source>I &amp;understand that everybody who gets "%1" can read what is on this disk</source>
        <translation>「%1」を入手した人は誰でもこのディスクの内容を読めることを理解しました(&amp;U)</translation>
    </message>
    <message>
        <source>Sealed, it can be opened only by whom it is for: it is encrypted before it leaves memory.</source>
        <translation>封印すると宛先の人だけが開けます。メモリから出る前に暗号化されます。</translation>
    </message>
    <message>
        <source>For the owners of certi&amp;ficates (CMS)</source>
        <translation>証明書の所有者向け (CMS)(&amp;F)</translation>
    </message>
    <message>
        <source>For recipients of &amp;age</source>
        <translation>age の受信者向け(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;With a passphrase, in the format of age</source>
        <translation>パスフレーズで、age 形式(&amp;W)</translation>
    </message>
    <message>
        <source>As a &amp;LUKS volume with a passphrase, which QEMU opens: qcow2 and raw</source>
        <translation>パスフレーズ付きの LUKS ボリュームとして (QEMU で開けます): qcow2 と raw(&amp;L)</translation>
    </message>
    <message>
        <source>Pla&amp;in, as hypervisors need it: not encrypted any more</source>
        <translation>平文、ハイパーバイザーが必要とする形式: 暗号化されません(&amp;I)</translation>
    </message>
    <message>
        <source>The name will be %1.</source>
        <translation>名前は %1 になります。</translation>
    </message>
    <message>
        <source>There is something called %1 already: go back, and choose another name.</source>
        <translation>%1 という名前のものが既にあります。戻って別の名前を選んでください。</translation>
    </message>
    <message>
        <source>Whoever may read the bucket, or gets hold of a copy, can read everything on the disk: files, passwords, keys. Deleting it later does not reach copies.</source>
        <translation>バケットを読める人や、コピーを手に入れた人は、ディスク上のファイル、パスワード、鍵などをすべて読み取れます。後で削除してもコピーには及びません。</translation>
    </message>
</context>
<context>
    <name>sealift::ExportReviewPage</name>
    <message>
        <source>Is this right?</source>
        <translation>内容の確認</translation>
    </message>
    <message>
        <source>The export becomes a task in the queue. Every piece is verified before it is written.</source>
        <translation>エクスポートはタスクとしてキューに追加されます。すべてのデータは書き込む前に検証されます。</translation>
    </message>
    <message>
        <source>Export &amp;Unencrypted</source>
        <translation>暗号化せずにエクスポート(&amp;U)</translation>
    </message>
    <message>
        <source>Image:</source>
        <translation>イメージ:</translation>
    </message>
    <message>
        <source>For:</source>
        <translation>用途:</translation>
    </message>
    <message>
        <source>Format:</source>
        <translation>形式:</translation>
    </message>
    <message>
        <source>File:</source>
        <translation>ファイル:</translation>
    </message>
    <message>
        <source>Protection:</source>
        <translation>保護:</translation>
    </message>
    <message>
        <source>Size:</source>
        <translation>サイズ:</translation>
    </message>
    <message>
        <source>Time:</source>
        <translation>時間:</translation>
    </message>
    <message>
        <source>%1, stored %2, in %3</source>
        <translation>%1 (%2 に保存、ライブラリ: %3)</translation>
    </message>
    <message>
        <source>a format of your choice</source>
        <translation>任意の形式</translation>
    </message>
    <message>
        <source>none: a plain disk image that everybody who gets it can read</source>
        <translation>なし: 入手した人は誰でも読める平文のディスクイメージ</translation>
    </message>
    <message>
        <source>up to %1 in the file, for a disk of %2</source>
        <translation>ファイルは最大 %1、ディスクは %2</translation>
    </message>
    <message>
        <source>about %1, as fast as the slower of both disks</source>
        <translation>約 %1 (遅い方のディスクの速度による)</translation>
    </message>
    <message numerus="yes">
        <source>OVA, OVF %1: %n disk(s); %2</source>
        <translation>
            <numerusform>OVA、OVF %1: ディスク %n 台、%2</numerusform>
        </translation>
    </message>
    <message>
        <source>sealed (CMS), for the keys of %1</source>
        <translation>封印 (CMS)、%1 の鍵向け</translation>
    </message>
    <message>
        <source>sealed (age), for %1</source>
        <translation>封印 (age)、%1 向け</translation>
    </message>
    <message>
        <source>sealed (age), by a passphrase</source>
        <translation>封印 (age)、パスフレーズによる</translation>
    </message>
    <message>
        <source>a LUKS volume, opened by a passphrase</source>
        <translation>LUKS ボリューム、パスフレーズで開く</translation>
    </message>
    <message>
        <source>%1, straight out of EC2 in %2</source>
        <translation>%1、EC2 (%2) から直接</translation>
    </message>
    <message>
        <source>%1, at %2</source>
        <comment>library and its place</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message numerus="yes">
        <source>%n disk(s), without what is there already</source>
        <translation>
            <numerusform>%n 台のディスク、既にあるものを除く</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>コピー(&amp;C)</translation>
    </message>
    <message>
        <source>%1, in place of what is there</source>
        <translation>%1 (既存のものを置き換え)</translation>
    </message>
    <message>
        <source>&amp;Export Sealed</source>
        <translation>封印してエクスポート(&amp;E)</translation>
    </message>
</context>
<context>
    <name>sealift::ExportTargetPage</name>
    <message>
        <source>Where will it run?</source>
        <translation>実行環境の選択</translation>
    </message>
    <message>
        <source>That decides the format of the file.</source>
        <translation>これによりファイルの形式が決まります。</translation>
    </message>
    <message>
        <source>Hypervisor</source>
        <translation>ハイパーバイザー</translation>
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
        <translation>その他
raw デバイスイメージなどの形式を自分で選択します</translation>
    </message>
    <message>
        <source>De&amp;tails</source>
        <translation>詳細(&amp;T)</translation>
    </message>
    <message>
        <source>The details differ from what %1 is known to take.</source>
        <translation>詳細設定が、%1 で使用できることがわかっているものと異なります。</translation>
    </message>
    <message>
        <source>As an &amp;appliance (OVA): the whole machine, with all its disks</source>
        <translation>アプライアンス (OVA) として: マシン全体とすべてのディスク(&amp;A)</translation>
    </message>
    <message numerus="yes">
        <source>%n disk(s)</source>
        <translation>
            <numerusform>ディスク %n 台</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, and the machine as its own description has it.</source>
        <translation>%1。マシンは自身の記述のとおりです。</translation>
    </message>
    <message>
        <source>%1. The image came without a description of its machine: look at the details.</source>
        <translation>%1。イメージにはマシンの記述がありませんでした。詳細を確認してください。</translation>
    </message>
    <message>
        <source>Nowhere yet: into another library
Encrypted with its key, with all disks and as it is stored</source>
        <translation>まだ決めない: 別のライブラリへ
そのライブラリの鍵で暗号化し、すべてのディスクを保存されたまま</translation>
    </message>
</context>
<context>
    <name>sealift::ExportWizard</name>
    <message>
        <source>Export Image</source>
        <translation>イメージをエクスポート</translation>
    </message>
    <message>
        <source>Export from Amazon EC2</source>
        <translation>Amazon EC2 からエクスポート</translation>
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
        <translation>ディスクサイズを MiB 単位に切り上げる(&amp;Z)</translation>
    </message>
    <message>
        <source>Fo&amp;rmat:</source>
        <translation>形式(&amp;R):</translation>
    </message>
    <message>
        <source>K&amp;ind:</source>
        <translation>種類(&amp;I):</translation>
    </message>
    <message>
        <source>Co&amp;mpression:</source>
        <translation>圧縮(&amp;M):</translation>
    </message>
    <message>
        <source>Bl&amp;ock size:</source>
        <translation>ブロックサイズ(&amp;O):</translation>
    </message>
    <message>
        <source>there is only one</source>
        <translation>1 つのみ</translation>
    </message>
    <message>
        <source>as suits the disk</source>
        <translation>ディスクに合わせる</translation>
    </message>
</context>
<context>
    <name>sealift::GuaranteeView</name>
    <message>
        <source>What is promised for this destination</source>
        <translation>この保存先で保証される内容</translation>
    </message>
    <message>
        <source>Before sending</source>
        <translation>送信前</translation>
    </message>
    <message>
        <source>On the wire</source>
        <translation>通信時</translation>
    </message>
    <message>
        <source>At rest</source>
        <translation>保存時</translation>
    </message>
</context>
<context>
    <name>sealift::HelpWindow</name>
    <message>
        <source>Help</source>
        <translation>ヘルプ</translation>
    </message>
    <message>
        <source>&amp;Contents</source>
        <translation>目次(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>戻る(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Forward</source>
        <translation>進む(&amp;F)</translation>
    </message>
</context>
<context>
    <name>sealift::ImageList</name>
    <message>
        <source>Search images</source>
        <translation>イメージを検索</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>イメージ</translation>
    </message>
</context>
<context>
    <name>sealift::ImageModel</name>
    <message>
        <source>stored by restic</source>
        <translation>restic で保存</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1、%2</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>不明</translation>
    </message>
    <message>
        <source>Snapshot %1, stored by %2 on %3, %4</source>
        <translation>スナップショット %1、%3 の %2 が %4 に保存</translation>
    </message>
    <message>
        <source>Bytes that are neither empty nor zero. What is stored of them is compressed, and shared with other images.</source>
        <translation>空でもゼロでもないデータのバイト数です。保存時には圧縮され、他のイメージと共有されます。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Disks</source>
        <translation>ディスク</translation>
    </message>
    <message>
        <source>Disk size</source>
        <translation>ディスクサイズ</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>データ</translation>
    </message>
    <message>
        <source>Stored</source>
        <translation>保存日時</translation>
    </message>
    <message>
        <source>Came as</source>
        <translation>元の形式</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>タグ</translation>
    </message>
</context>
<context>
    <name>sealift::ImagesView</name>
    <message>
        <source>Nothing else in the library was changed.</source>
        <translation>ライブラリのその他の内容は変更されていません。</translation>
    </message>
    <message>
        <source>&amp;Import...</source>
        <translation>インポート(&amp;I)...</translation>
    </message>
    <message>
        <source>E&amp;xport...</source>
        <translation>エクスポート(&amp;X)...</translation>
    </message>
    <message>
        <source>Edit &amp;Tags...</source>
        <translation>タグを編集(&amp;T)...</translation>
    </message>
    <message>
        <source>&amp;Delete...</source>
        <translation>削除(&amp;D)...</translation>
    </message>
    <message>
        <source>&amp;Unlock...</source>
        <translation>ロック解除(&amp;U)...</translation>
    </message>
    <message>
        <source>%1 is locked</source>
        <translation>%1 はロックされています</translation>
    </message>
    <message>
        <source>Its images can be listed once you have unlocked it.</source>
        <translation>ロックを解除すると、イメージの一覧が表示されます。</translation>
    </message>
    <message>
        <source>%1 is being unlocked</source>
        <translation>%1 のロックを解除しています</translation>
    </message>
    <message>
        <source>What is stored in it stays as it is.</source>
        <translation>保存されている内容はそのままです。</translation>
    </message>
    <message>
        <source>The images below can be read.</source>
        <translation>以下のイメージは読み取れます。</translation>
    </message>
    <message>
        <source>There is no image in %1 yet</source>
        <translation>%1 にはまだイメージがありません</translation>
    </message>
    <message>
        <source>Import one: drop a disk image here, or choose Import.</source>
        <translation>ディスクイメージをここにドロップするか、「インポート」を選択してください。</translation>
    </message>
    <message>
        <source>Edit Tags</source>
        <translation>タグを編集</translation>
    </message>
    <message>
        <source>Tags of %1, with commas between them:</source>
        <translation>%1 のタグ (コンマ区切り):</translation>
    </message>
    <message>
        <source>&amp;Verify</source>
        <translation>検証(&amp;V)</translation>
    </message>
    <message>
        <source>Reads all of the chosen images, and compares it with what was stored: a task each</source>
        <translation>選んだイメージをすべて読み、保存時の内容と比べます。それぞれ 1 つのタスクになります</translation>
    </message>
    <message>
        <source>Re&amp;name...</source>
        <translation>名前の変更(&amp;N)...</translation>
    </message>
    <message>
        <source>An image needs a name.</source>
        <translation>イメージには名前が必要です。</translation>
    </message>
    <message>
        <source>A name has no "/", and is not "." or "..".</source>
        <translation>名前に「/」は使えません。「.」と「..」も名前にできません。</translation>
    </message>
    <message>
        <source>Rename Image</source>
        <translation>イメージの名前の変更</translation>
    </message>
    <message>
        <source>Name of %1:</source>
        <translation>%1 の名前:</translation>
    </message>
</context>
<context>
    <name>sealift::ImportFindings</name>
    <message>
        <source>What was found in the image</source>
        <translation>イメージで見つかったこと</translation>
    </message>
    <message>
        <source>What was found in %1:</source>
        <translation>%1 で見つかったこと:</translation>
    </message>
    <message>
        <source>Go on in spite of t&amp;his, and import it as it is</source>
        <translation>それでも続行し、そのままインポートする(&amp;H)</translation>
    </message>
</context>
<context>
    <name>sealift::ImportModel</name>
    <message>
        <source>%1, %2</source>
        <translation>%1、%2</translation>
    </message>
    <message>
        <source>%1 needs a name.</source>
        <translation>%1 に名前が必要です。</translation>
    </message>
    <message>
        <source>Two images would be named "%1". Give one of them another name.</source>
        <translation>2 つのイメージの名前が「%1」になります。どちらかに別の名前を付けてください。</translation>
    </message>
    <message>
        <source>Name in the library</source>
        <translation>ライブラリでの名前</translation>
    </message>
    <message>
        <source>File</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>形式</translation>
    </message>
    <message>
        <source>Disk size</source>
        <translation>ディスクサイズ</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Name at EC2</source>
        <translation>EC2 での名前</translation>
    </message>
</context>
<context>
    <name>sealift::ImportOptions</name>
    <message>
        <source>Import &amp;straight away next time, where nothing is left to decide</source>
        <translation>次回から、確認事項がなければすぐにインポートする(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Options</source>
        <translation>オプション(&amp;O)</translation>
    </message>
    <message>
        <source>Automatic: where it pays</source>
        <translation>自動: 効果がある場合に圧縮</translation>
    </message>
    <message>
        <source>Off: for data that is compressed already</source>
        <translation>オフ: 圧縮済みのデータ向け</translation>
    </message>
    <message>
        <source>Maximum: smaller, and slower</source>
        <translation>最大: サイズは小さく、速度は遅い</translation>
    </message>
    <message>
        <source> MiB</source>
        <translation> MiB</translation>
    </message>
    <message>
        <source>Size of the files that the library stores. Larger ones suit slow stores and shares.</source>
        <translation>ライブラリが保存するファイルのサイズです。低速なストレージや共有では大きい値が適しています。</translation>
    </message>
    <message>
        <source>&amp;Compression:</source>
        <translation>圧縮(&amp;C):</translation>
    </message>
    <message>
        <source>&amp;Pack size:</source>
        <translation>パックサイズ(&amp;P):</translation>
    </message>
</context>
<context>
    <name>sealift::ImportSheet</name>
    <message>
        <source>Import Images</source>
        <translation>イメージをインポート</translation>
    </message>
    <message>
        <source>Images to import</source>
        <translation>インポートするイメージ</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>インポート(&amp;I)</translation>
    </message>
    <message>
        <source>Encryption: always on</source>
        <translation>暗号化: 常に有効</translation>
    </message>
    <message>
        <source>Encrypted with the library's key in this computer's memory, before sending. At rest: encrypted; the store never sees plaintext or the key.</source>
        <translation>送信前に、このコンピューターのメモリ内でライブラリの鍵により暗号化されます。保存時も暗号化されたままで、ストレージ側に平文や鍵が渡ることはありません。</translation>
    </message>
    <message>
        <source>&amp;Add Files...</source>
        <translation>ファイルを追加(&amp;A)...</translation>
    </message>
    <message>
        <source>Images to Import</source>
        <translation>インポートするイメージ</translation>
    </message>
    <message>
        <source>Disk images (*.raw *.img *.qcow2 *.vmdk *.vhd *.vhdx *.vdi *.ova *.ovf *.gz *.xz *.bz2 *.zst);;All files (*)</source>
        <translation>ディスクイメージ (*.raw *.img *.qcow2 *.vmdk *.vhd *.vhdx *.vdi *.ova *.ovf *.gz *.xz *.bz2 *.zst);;すべてのファイル (*)</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) cannot be imported</source>
        <translation>
            <numerusform>%n 個のファイルはインポートできません</numerusform>
        </translation>
    </message>
    <message>
        <source>The files are being looked at.</source>
        <translation>ファイルを確認しています。</translation>
    </message>
    <message>
        <source>Add disk images: raw, qcow2, VMDK, VHD, VHDX or VDI.</source>
        <translation>ディスクイメージを追加してください (raw、qcow2、VMDK、VHD、VHDX、VDI)。</translation>
    </message>
    <message>
        <source>None of the files can be imported.</source>
        <translation>インポートできるファイルがありません。</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Import %n image(s)</source>
        <translation>
            <numerusform>%n 個のイメージをインポート(&amp;I)</numerusform>
        </translation>
    </message>
    <message>
        <source>Path of %1</source>
        <translation>%1 のパス</translation>
    </message>
    <message>
        <source>What is on the disks is being looked at. You need not wait for it.</source>
        <translation>ディスクの内容を調べています。待つ必要はありません。</translation>
    </message>
    <message>
        <source>A library</source>
        <translation>ライブラリ</translation>
    </message>
    <message>
        <source>Amazon EC2, as an image (AMI)</source>
        <translation>Amazon EC2、イメージ (AMI) として</translation>
    </message>
    <message>
        <source>Amazon EBS, as a snapshot</source>
        <translation>Amazon EBS、スナップショットとして</translation>
    </message>
    <message>
        <source>Remo&amp;ve</source>
        <translation>削除(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Destination:</source>
        <translation>宛先(&amp;D):</translation>
    </message>
</context>
<context>
    <name>sealift::LibraryChoice</name>
    <message>
        <source>%1 (locked)</source>
        <translation>%1 (ロック中)</translation>
    </message>
    <message>
        <source>%1 (being unlocked)</source>
        <translation>%1 (ロック解除中)</translation>
    </message>
    <message>
        <source>%1 (cannot be reached)</source>
        <translation>%1 (アクセス不可)</translation>
    </message>
    <message>
        <source>&amp;Unlock...</source>
        <translation>ロック解除(&amp;U)...</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>ライブラリ</translation>
    </message>
</context>
<context>
    <name>sealift::LibraryDestination</name>
    <message>
        <source>to find the images by, with commas between them; may be empty</source>
        <translation>イメージの検索に使用、コンマ区切り、省略可</translation>
    </message>
    <message>
        <source>&amp;Library:</source>
        <translation>ライブラリ(&amp;L):</translation>
    </message>
    <message>
        <source>&amp;Tags:</source>
        <translation>タグ(&amp;T):</translation>
    </message>
    <message>
        <source>What would go wrong there is shown beside each image. It can be imported all the same.</source>
        <translation>そこで問題になることを各イメージの横に示します。インポートはそれでもできます。</translation>
    </message>
    <message>
        <source>To run o&amp;n:</source>
        <translation>実行先(&amp;N):</translation>
    </message>
    <message>
        <source>There is no library yet: make or open one first.</source>
        <translation>ライブラリがまだありません。先に作成するか開いてください。</translation>
    </message>
    <message>
        <source>Unlock the library, so that images can be encrypted.</source>
        <translation>イメージを暗号化できるように、ライブラリのロックを解除してください。</translation>
    </message>
    <message>
        <source>The library is being unlocked.</source>
        <translation>ライブラリのロックを解除しています。</translation>
    </message>
    <message numerus="yes">
        <source>%n tag(s)</source>
        <translation>
            <numerusform>%n 個のタグ</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sealift::LockForm</name>
    <message>
        <source>Also when the &amp;screen is locked, and before the computer sleeps</source>
        <translation>画面がロックされたとき、およびコンピューターがスリープする前にも行う(&amp;S)</translation>
    </message>
    <message>
        <source>never</source>
        <translation>しない</translation>
    </message>
    <message>
        <source> min without input</source>
        <translation> 分間入力なし</translation>
    </message>
    <message>
        <source>Go on, and their library is locked after them</source>
        <translation>続行し、終わったらライブラリをロックする</translation>
    </message>
    <message>
        <source>Stop, until their library is unlocked</source>
        <translation>ライブラリのロックが解除されるまで停止する</translation>
    </message>
    <message>
        <source>Locking a library erases its key and its password from memory.</source>
        <translation>ライブラリをロックすると、その鍵とパスワードがメモリから消去されます。</translation>
    </message>
    <message>
        <source>&amp;Lock libraries after:</source>
        <translation>ライブラリをロックするまで(&amp;L):</translation>
    </message>
    <message>
        <source>Tasks &amp;under way:</source>
        <translation>実行中のタスク(&amp;U):</translation>
    </message>
    <message>
        <source>Imports then go on where they were; exports begin anew.</source>
        <translation>インポートは中断した所から続き、エクスポートは最初からやり直されます。</translation>
    </message>
    <message>
        <source>Keys of running tasks stay in memory until then. Paused tasks are stopped.</source>
        <translation>実行中のタスクの鍵は、それまでメモリに残ります。一時停止中のタスクは停止されます。</translation>
    </message>
</context>
<context>
    <name>sealift::LogModel</name>
    <message>
        <source>Entry %1 of the audit log: %2</source>
        <comment>number and content</comment>
        <translation>監査ログのエントリ %1: %2</translation>
    </message>
    <message>
        <source>audit log</source>
        <translation>監査ログ</translation>
    </message>
    <message>
        <source>task</source>
        <translation>タスク</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>日時</translation>
    </message>
    <message>
        <source>From</source>
        <translation>出所</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>内容</translation>
    </message>
</context>
<context>
    <name>sealift::LogPage</name>
    <message>
        <source>Search the log</source>
        <translation>ログを検索</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>ログ</translation>
    </message>
    <message>
        <source>Copy All</source>
        <translation>すべてコピー</translation>
    </message>
    <message>
        <source>Copy the whole log as text</source>
        <translation>ログ全体をテキストとしてコピー</translation>
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
        <translation>ツールバー</translation>
    </message>
    <message>
        <source>About Sealift</source>
        <translation>Sealift について</translation>
    </message>
    <message>
        <source>&lt;h3&gt;Sealift %1&lt;/h3&gt;&lt;p&gt;Moves disk images of virtual machines between hypervisors and libraries that only you can read.&lt;/p&gt;</source>
        <translation>&lt;h3&gt;Sealift %1&lt;/h3&gt;&lt;p&gt;仮想マシンのディスクイメージを、ハイパーバイザーと、あなただけが読み取れるライブラリとの間で転送します。&lt;/p&gt;</translation>
    </message>
    <message>
        <source>The list of tasks</source>
        <translation>タスクの一覧</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>%1 として保存しました</translation>
    </message>
    <message>
        <source>Some of what was copied cannot be imported</source>
        <translation>コピーされたものの一部はインポートできません</translation>
    </message>
    <message>
        <source>There is no file to import in the clipboard</source>
        <translation>クリップボードにインポートできるファイルがありません</translation>
    </message>
    <message>
        <source>Copy disk images in the file manager first.</source>
        <translation>先にファイルマネージャーでディスクイメージをコピーしてください。</translation>
    </message>
</context>
<context>
    <name>sealift::MfaDialog</name>
    <message>
        <source>Code of the MFA Device</source>
        <translation>MFA デバイスのコード</translation>
    </message>
    <message>
        <source>The profile wants the code that this device shows now:
%1</source>
        <translation>このデバイスが今表示しているコードがプロファイルに必要です:
%1</translation>
    </message>
    <message>
        <source>&amp;Code:</source>
        <translation>コード(&amp;C):</translation>
    </message>
</context>
<context>
    <name>sealift::NewLibraryWizard</name>
    <message>
        <source>New Library</source>
        <translation>新しいライブラリ</translation>
    </message>
</context>
<context>
    <name>sealift::NewPasswordForm</name>
    <message>
        <source>Re&amp;member it in the keyring of this computer</source>
        <translation>このコンピューターのキーリングに保存する(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Generate a strong one</source>
        <translation>強力なパスワードを生成(&amp;G)</translation>
    </message>
    <message>
        <source>Fills in five random groups of letters and digits, and shows them</source>
        <translation>英数字のランダムな 5 つのグループを入力して表示します</translation>
    </message>
    <message>
        <source>&amp;Password:</source>
        <translation>パスワード(&amp;P):</translation>
    </message>
    <message>
        <source>Once mo&amp;re:</source>
        <translation>もう一度入力(&amp;R):</translation>
    </message>
    <message>
        <source>Both are the same.</source>
        <translation>一致しています。</translation>
    </message>
    <message>
        <source>The same so far.</source>
        <translation>ここまで一致しています。</translation>
    </message>
    <message>
        <source>The two differ.</source>
        <translation>一致していません。</translation>
    </message>
</context>
<context>
    <name>sealift::NewPasswordPage</name>
    <message>
        <source>Choose a password</source>
        <translation>パスワードの設定</translation>
    </message>
    <message>
        <source>Without it nobody reads the library: not whoever has the storage, and not you.</source>
        <translation>パスワードがなければ、ストレージの所有者もあなた自身も、誰もライブラリを読み取れません。</translation>
    </message>
    <message>
        <source>&amp;Create With Weak Password</source>
        <translation>弱いパスワードのまま作成(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Create Library</source>
        <translation>ライブラリを作成(&amp;C)</translation>
    </message>
    <message>
        <source>Making the library and its keys. This takes a few seconds.</source>
        <translation>ライブラリと鍵を作成しています。数秒かかります。</translation>
    </message>
</context>
<context>
    <name>sealift::NewPlacePage</name>
    <message>
        <source>Where will the library be?</source>
        <translation>ライブラリの場所</translation>
    </message>
    <message>
        <source>A library holds your images, encrypted. It is a folder, on this computer, a drive, or a share; or a place in a bucket.</source>
        <translation>ライブラリにはイメージが暗号化されて保存されます。このコンピューター、ドライブ、共有上のフォルダー、またはバケット内の場所です。</translation>
    </message>
</context>
<context>
    <name>sealift::Notifier</name>
    <message>
        <source>%1 is done</source>
        <translation>%1 が完了しました</translation>
    </message>
    <message>
        <source>To %1. Nothing is left in scratch.</source>
        <translation>保存先: %1。作業領域には何も残っていません。</translation>
    </message>
    <message>
        <source>%1 left traces</source>
        <translation>%1 の痕跡が残っています</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 が失敗しました</translation>
    </message>
</context>
<context>
    <name>sealift::OpenLibraryDialog</name>
    <message>
        <source>Open Library</source>
        <translation>ライブラリを開く</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>開く(&amp;O)</translation>
    </message>
    <message>
        <source>A library is a folder or a place in a bucket that Sealift or restic made (repository format 1 or 2).</source>
        <translation>ライブラリは、Sealift または restic が作成したフォルダー、またはバケット内の場所です (リポジトリ形式 1 または 2)。</translation>
    </message>
</context>
<context>
    <name>sealift::OvaDetails</name>
    <message numerus="yes">
        <source>%n processor(s)</source>
        <translation>
            <numerusform>%n 個のプロセッサー</numerusform>
        </translation>
    </message>
    <message>
        <source>processors as described, else %1</source>
        <translation>プロセッサーは記述どおり、なければ %1</translation>
    </message>
    <message>
        <source>%1 of memory</source>
        <translation>メモリー %1</translation>
    </message>
    <message>
        <source>memory as described, else %1</source>
        <translation>メモリーは記述どおり、なければ %1</translation>
    </message>
    <message>
        <source>firmware as described, else BIOS</source>
        <translation>ファームウェアは記述どおり、なければ BIOS</translation>
    </message>
    <message>
        <source> GiB</source>
        <translation> GiB</translation>
    </message>
    <message>
        <source>&amp;Processors:</source>
        <translation>プロセッサー(&amp;P):</translation>
    </message>
    <message>
        <source>Memor&amp;y:</source>
        <translation>メモリー(&amp;Y):</translation>
    </message>
    <message>
        <source>Firm&amp;ware:</source>
        <translation>ファームウェア(&amp;W):</translation>
    </message>
</context>
<context>
    <name>sealift::OverviewPage</name>
    <message>
        <source>From</source>
        <translation>転送元</translation>
    </message>
    <message>
        <source>To</source>
        <translation>保存先</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>暗号化</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>追加日時</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>開始日時</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>終了日時</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>所要時間</translation>
    </message>
    <message>
        <source>Disk size</source>
        <translation>ディスクサイズ</translation>
    </message>
    <message>
        <source>Processed</source>
        <translation>処理済み</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>読み取り済み</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>空</translation>
    </message>
    <message>
        <source>Known already</source>
        <translation>既存データ</translation>
    </message>
    <message>
        <source>Stored</source>
        <translation>保存済み</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>書き込み済み</translation>
    </message>
    <message>
        <source>Attempt</source>
        <translation>試行回数</translation>
    </message>
    <message>
        <source>Traces of this task are left</source>
        <translation>このタスクの痕跡が残っています</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>サービス</translation>
    </message>
</context>
<context>
    <name>sealift::PasswordField</name>
    <message>
        <source>Hide password</source>
        <translation>パスワードを隠す</translation>
    </message>
    <message>
        <source>Show password</source>
        <translation>パスワードを表示</translation>
    </message>
</context>
<context>
    <name>sealift::PlaceForm</name>
    <message>
        <source>C&amp;hoose...</source>
        <translation>選択(&amp;H)...</translation>
    </message>
    <message>
        <source>Choose the folder</source>
        <translation>フォルダーを選択</translation>
    </message>
    <message>
        <source>&amp;Folder:</source>
        <translation>フォルダー(&amp;F):</translation>
    </message>
    <message>
        <source>N&amp;ame:</source>
        <translation>名前(&amp;A):</translation>
    </message>
    <message>
        <source>Folder for the Library</source>
        <translation>ライブラリのフォルダー</translation>
    </message>
    <message>
        <source>Open Library</source>
        <translation>ライブラリを開く</translation>
    </message>
    <message>
        <source>There is a library in this folder already. Open it instead.</source>
        <translation>このフォルダーには既にライブラリがあります。作成せずに開いてください。</translation>
    </message>
    <message>
        <source>This is a file. A library needs a folder of its own.</source>
        <translation>これはファイルです。ライブラリには専用のフォルダーが必要です。</translation>
    </message>
    <message>
        <source>This folder is not empty. Add the name of a new folder inside it, or choose an empty one.</source>
        <translation>このフォルダーは空ではありません。中に作る新しいフォルダーの名前を追加するか、空のフォルダーを選択してください。</translation>
    </message>
    <message>
        <source>You may not write there. Choose a folder of your own.</source>
        <translation>この場所への書き込み権限がありません。自分のフォルダーを選択してください。</translation>
    </message>
    <message>
        <source>The library can be made here.</source>
        <translation>ここにライブラリを作成できます。</translation>
    </message>
    <message>
        <source>Only %1 is free there, which is little for disk images.</source>
        <translation>空きは %1 しかありません。ディスクイメージには少なすぎます。</translation>
    </message>
    <message>
        <source>A new folder will be made. %1 is free there.</source>
        <translation>新しいフォルダーを作成します。空きは %1 です。</translation>
    </message>
    <message>
        <source>This folder is empty. %1 is free there.</source>
        <translation>このフォルダーは空です。空きは %1 です。</translation>
    </message>
    <message>
        <source>There is no such folder. Is the drive or the share that it is on connected?</source>
        <translation>そのようなフォルダーはありません。ドライブや共有は接続されていますか?</translation>
    </message>
    <message>
        <source>This is no library: a library's folder holds a file named "config".</source>
        <translation>これはライブラリではありません。ライブラリのフォルダーには「config」という名前のファイルがあります。</translation>
    </message>
    <message>
        <source>This library can be read, but not written: exports work, imports do not.</source>
        <translation>このライブラリは読み取り専用です。エクスポートはできますが、インポートはできません。</translation>
    </message>
    <message>
        <source>There is a library in this folder.</source>
        <translation>このフォルダーにライブラリがあります。</translation>
    </message>
    <message>
        <source>Folder on this computer, a drive or a share</source>
        <translation>このコンピューター、ドライブ、共有上のフォルダー</translation>
    </message>
    <message>
        <source>Bucket of an S3 service</source>
        <translation>S3 サービスのバケット</translation>
    </message>
    <message>
        <source>&amp;Kind:</source>
        <translation>種類(&amp;K):</translation>
    </message>
    <message>
        <source>s3:https://HOST/BUCKET/FOLDER, or s3:REGION/BUCKET/FOLDER for Amazon S3</source>
        <translation>s3:https://ホスト/バケット/フォルダー、Amazon S3 は s3:リージョン/バケット/フォルダー</translation>
    </message>
    <message>
        <source>An address of a bucket begins with "s3:".</source>
        <translation>バケットのアドレスは「s3:」で始まります。</translation>
    </message>
    <message>
        <source>Asking the service...</source>
        <translation>サービスに問い合わせています...</translation>
    </message>
    <message>
        <source>The bucket answers, and this place in it is empty.</source>
        <translation>バケットは応答し、この場所は空です。</translation>
    </message>
    <message>
        <source>There are other objects at this place. Add the name of a new folder to the address.</source>
        <translation>この場所には他のオブジェクトがあります。アドレスに新しいフォルダーの名前を加えてください。</translation>
    </message>
    <message>
        <source>The bucket answers, but there is no library at this place in it.</source>
        <translation>バケットは応答しますが、この場所にライブラリはありません。</translation>
    </message>
    <message>
        <source>A&amp;ddress:</source>
        <translation>アドレス(&amp;D):</translation>
    </message>
    <message>
        <source>There is a library at this place already. Open it instead.</source>
        <translation>この場所にはすでにライブラリーがあります。代わりにそれを開いてください。</translation>
    </message>
    <message>
        <source>There is a library at this place in the bucket.</source>
        <translation>バケットのこの場所にライブラリーがあります。</translation>
    </message>
</context>
<context>
    <name>sealift::PreflightPage</name>
    <message>
        <source>Before anything is transferred Sealift looks at the image and the destination: whether the image is what it says and safe to open, and whether there is room for it.</source>
        <translation>転送を始める前に、Sealift はイメージと保存先を確認します。イメージが表示どおりのもので安全に開けるか、保存先に十分な空きがあるかを調べます。</translation>
    </message>
    <message>
        <source>Looking at the image and the destination...</source>
        <translation>イメージと保存先を確認しています...</translation>
    </message>
    <message>
        <source>Nothing was found that speaks against this transfer.</source>
        <translation>この転送を妨げる問題は見つかりませんでした。</translation>
    </message>
</context>
<context>
    <name>sealift::QueuePage</name>
    <message>
        <source>No task fits the search.</source>
        <translation>検索に一致するタスクはありません。</translation>
    </message>
    <message>
        <source>Show All Tasks</source>
        <translation>すべてのタスクを表示</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>閉じる</translation>
    </message>
</context>
<context>
    <name>sealift::ReceiptPage</name>
    <message>
        <source>Receipt</source>
        <translation>受領書</translation>
    </message>
    <message>
        <source>Verify Again</source>
        <translation>再検証</translation>
    </message>
    <message>
        <source>Read the receipt again and verify its signature</source>
        <translation>受領書を読み直して署名を検証します</translation>
    </message>
    <message>
        <source>Save As</source>
        <translation>名前を付けて保存</translation>
    </message>
    <message>
        <source>Keep the receipt: the signed file, or a page to read or print</source>
        <translation>受領書を保存します (署名付きファイル、または閲覧・印刷用のページ)</translation>
    </message>
    <message>
        <source>Signed File (&amp;JSON)...</source>
        <translation>署名付きファイル (&amp;JSON)...</translation>
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
        <translation>受領書はまだありません</translation>
    </message>
    <message>
        <source>It is made and signed when the task's scratch is gone.</source>
        <translation>タスクの作業領域が消去されると、作成され署名されます。</translation>
    </message>
    <message>
        <source>The receipt is not valid</source>
        <translation>受領書は無効です</translation>
    </message>
    <message>
        <source>Signed by this installation's key, and unchanged since.</source>
        <translation>このインストール環境の鍵で署名されており、その後変更されていません。</translation>
    </message>
    <message>
        <source>Unchanged since it was signed, by a key that is not this installation's.</source>
        <translation>署名後に変更されていませんが、署名した鍵はこのインストール環境のものではありません。</translation>
    </message>
    <message>
        <source>Valid, and the cleanup is confirmed</source>
        <translation>有効、クリーンアップ確認済み</translation>
    </message>
    <message>
        <source>Valid, but the cleanup is not confirmed</source>
        <translation>有効、ただしクリーンアップ未確認</translation>
    </message>
    <message>
        <source>Signed receipt (*.json)</source>
        <translation>署名付き受領書 (*.json)</translation>
    </message>
    <message>
        <source>Web page (*.html)</source>
        <translation>ウェブページ (*.html)</translation>
    </message>
    <message>
        <source>PDF document (*.pdf)</source>
        <translation>PDF 文書 (*.pdf)</translation>
    </message>
    <message>
        <source>Save Receipt</source>
        <translation>受領書を保存</translation>
    </message>
</context>
<context>
    <name>sealift::RecoveryPage</name>
    <message>
        <source>Keep the recovery passphrase</source>
        <translation>回復キーの保管</translation>
    </message>
    <message>
        <source>A second password, for the day when the first one is lost. It is shown this one time.</source>
        <translation>パスワードを失ったときのための 2 つ目のパスワードです。今回一度だけ表示されます。</translation>
    </message>
    <message>
        <source>Print it or write it down, and keep it away from this computer.</source>
        <translation>印刷するか書き留めて、このコンピューターから離れた場所に保管してください。</translation>
    </message>
</context>
<context>
    <name>sealift::RecoverySheets</name>
    <message>
        <source>Whoever has this passphrase and the library's files can read everything in it. Keep it away from this computer. It opens the library in place of the password, in Sealift and in restic.</source>
        <translation>この回復キーとライブラリのファイルの両方を持つ人は、ライブラリの内容をすべて読むことができます。このコンピューターから離れた場所に保管してください。Sealift でも restic でも、パスワードの代わりにこの回復キーでライブラリを開けます。</translation>
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
        <translation>Sealift 回復シート

ライブラリ: %1
場所: %2
作成日時: %3

回復キー:

    %4

%5
</translation>
    </message>
    <message>
        <source>Sealift recovery sheet</source>
        <translation>Sealift 回復シート</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>ライブラリ</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>場所</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>作成日時</translation>
    </message>
    <message>
        <source>Recovery passphrase:</source>
        <translation>回復キー:</translation>
    </message>
    <message>
        <source>Print Recovery Sheet</source>
        <translation>回復シートを印刷</translation>
    </message>
</context>
<context>
    <name>sealift::RecoveryView</name>
    <message>
        <source>Recovery passphrase</source>
        <translation>回復キー</translation>
    </message>
    <message>
        <source>&amp;Print...</source>
        <translation>印刷(&amp;P)...</translation>
    </message>
    <message>
        <source>Save as P&amp;DF...</source>
        <translation>PDF として保存(&amp;D)...</translation>
    </message>
    <message>
        <source>Save as &amp;Text...</source>
        <translation>テキストとして保存(&amp;T)...</translation>
    </message>
    <message>
        <source>To make sure that you have it, type two of its groups from your copy:</source>
        <translation>控えを取ったことを確認するため、控えを見て次の 2 つのグループを入力してください:</translation>
    </message>
    <message>
        <source>Sent to the printer.</source>
        <translation>プリンターに送信しました。</translation>
    </message>
    <message>
        <source>Saved as %1. Move it to another place: whoever finds it beside the library can open it.</source>
        <translation>%1 として保存しました。別の場所に移してください。ライブラリと一緒に見つけた人は、ライブラリを開けてしまいます。</translation>
    </message>
    <message>
        <source>Group number %1:</source>
        <translation>グループ %1:</translation>
    </message>
    <message>
        <source>Right. It is not shown again after this.</source>
        <translation>正しく入力されました。この後、回復キーは二度と表示されません。</translation>
    </message>
    <message>
        <source>Group %1 does not match.</source>
        <translation>グループ %1 が一致しません。</translation>
    </message>
    <message>
        <source>Neither group matches.</source>
        <translation>どちらのグループも一致しません。</translation>
    </message>
    <message>
        <source>Save Recovery Sheet</source>
        <translation>回復シートを保存</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>テキスト (*.txt)</translation>
    </message>
</context>
<context>
    <name>sealift::SamplePage</name>
    <message>
        <source>&amp;Import the sample image, to see how it goes</source>
        <translation>サンプルイメージをインポートして流れを確認する(&amp;I)</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>準備完了</translation>
    </message>
    <message>
        <source>The library is open. Drop disk images onto the window to import them.</source>
        <translation>ライブラリが開きました。ディスクイメージをウィンドウにドロップするとインポートできます。</translation>
    </message>
</context>
<context>
    <name>sealift::ScheduleForm</name>
    <message>
        <source>Every day</source>
        <translation>毎日</translation>
    </message>
    <message>
        <source>Monday to Friday</source>
        <translation>月曜日から金曜日</translation>
    </message>
    <message>
        <source>Saturday and Sunday</source>
        <translation>土曜日と日曜日</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>制限なし</translation>
    </message>
    <message>
        <source>%1, %2 to %3: %4</source>
        <comment>days, hours, limit</comment>
        <translation>%1、%2 から %3 まで: %4</translation>
    </message>
    <message>
        <source>Remo&amp;ve</source>
        <translation>削除(&amp;V)</translation>
    </message>
    <message>
        <source>Hours with a limit of their own</source>
        <translation>独自の制限がある時間帯</translation>
    </message>
    <message>
        <source> MiB/s</source>
        <translation> MiB/s</translation>
    </message>
    <message>
        <source>Add &amp;Hours</source>
        <translation>時間帯を追加(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Days:</source>
        <translation>曜日(&amp;D):</translation>
    </message>
    <message>
        <source>&amp;From:</source>
        <translation>開始(&amp;F):</translation>
    </message>
    <message>
        <source>&amp;Until:</source>
        <translation>終了(&amp;U):</translation>
    </message>
    <message>
        <source>&amp;Limit:</source>
        <translation>制限(&amp;L):</translation>
    </message>
    <message>
        <source>At or before the beginning it is of the next day</source>
        <translation>開始以前の時刻は翌日のものになります</translation>
    </message>
</context>
<context>
    <name>sealift::ScratchForm</name>
    <message>
        <source> GiB a task</source>
        <translation> GiB/タスク</translation>
    </message>
    <message>
        <source>C&amp;hoose...</source>
        <translation>選択(&amp;H)...</translation>
    </message>
    <message>
        <source>&amp;Folder:</source>
        <translation>フォルダー(&amp;F):</translation>
    </message>
    <message>
        <source>&amp;At most:</source>
        <translation>上限(&amp;A):</translation>
    </message>
    <message>
        <source>Folder for Scratch Volumes</source>
        <translation>作業ボリューム用のフォルダー</translation>
    </message>
    <message>
        <source>Scratch volumes need a folder of their own.</source>
        <translation>作業ボリュームには専用のフォルダーが必要です。</translation>
    </message>
    <message>
        <source>You may not write there. Choose a folder of your own.</source>
        <translation>この場所への書き込み権限がありません。自分のフォルダーを選択してください。</translation>
    </message>
    <message>
        <source>%1 is free there.</source>
        <translation>空きは %1 です。</translation>
    </message>
</context>
<context>
    <name>sealift::ScratchGauge</name>
    <message>
        <source>Scratch space in use</source>
        <translation>作業領域の使用量</translation>
    </message>
    <message>
        <source>%1 used, peak %2, of %3</source>
        <translation>%3 中 %1 使用 (最大時 %2)</translation>
    </message>
    <message>
        <source>%1 used</source>
        <translation>%1 使用</translation>
    </message>
    <message>
        <source>quota %1</source>
        <translation>クォータ %1</translation>
    </message>
    <message>
        <source>peak %1</source>
        <translation>最大時 %1</translation>
    </message>
    <message>
        <source>%1 of the quota free</source>
        <translation>クォータの空き %1</translation>
    </message>
</context>
<context>
    <name>sealift::ScratchPage</name>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>ボリューム</translation>
    </message>
    <message>
        <source>Cipher</source>
        <translation>暗号方式</translation>
    </message>
    <message>
        <source>AES-256-XTS, its key in memory only</source>
        <translation>AES-256-XTS、鍵はメモリ内のみ</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>パス</translation>
    </message>
    <message>
        <source>In the end, however it ends, Sealift erases the key, deletes the volume, and looks again:</source>
        <translation>タスクがどのように終わっても、最後に Sealift は鍵を消去し、ボリュームを削除して、再確認します:</translation>
    </message>
    <message>
        <source>Sealift looked again, and not all was gone:</source>
        <translation>Sealift が再確認したところ、残っているものがありました:</translation>
    </message>
    <message>
        <source>Sealift erased the key, deleted the volume, and looked again:</source>
        <translation>Sealift は鍵を消去し、ボリュームを削除して、再確認しました:</translation>
    </message>
</context>
<context>
    <name>sealift::ScratchSummary</name>
    <message>
        <source>Encrypted scratch volumes of tasks; each is destroyed when its task ends</source>
        <translation>タスクの暗号化された作業ボリュームです。それぞれタスクの終了時に破棄されます</translation>
    </message>
    <message>
        <source>Scratch: %1 in use</source>
        <translation>作業領域: %1 使用中</translation>
    </message>
    <message>
        <source>Scratch: none in use</source>
        <translation>作業領域: 使用なし</translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) left traces</source>
        <translation>
            <numerusform>%n 個のタスクの痕跡が残っています</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n volume(s), all encrypted</source>
        <translation>
            <numerusform>%n 個のボリューム、すべて暗号化済み</numerusform>
        </translation>
    </message>
    <message>
        <source>all gone, confirmed</source>
        <translation>すべて消去確認済み</translation>
    </message>
</context>
<context>
    <name>sealift::SealForm</name>
    <message>
        <source>Remo&amp;ve</source>
        <translation>削除(&amp;V)</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>証明書</translation>
    </message>
    <message>
        <source>A&amp;dd Certificates...</source>
        <translation>証明書を追加(&amp;D)...</translation>
    </message>
    <message>
        <source>age1..., one a line</source>
        <translation>age1...、1 行に 1 つ</translation>
    </message>
    <message>
        <source>&amp;Recipients:</source>
        <translation>受信者(&amp;R):</translation>
    </message>
    <message>
        <source>Certificates to Seal For</source>
        <translation>封印先の証明書</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer *.der);;All files (*)</source>
        <translation>証明書 (*.pem *.crt *.cer *.der);;すべてのファイル (*)</translation>
    </message>
    <message>
        <source>Add the certificate of each person who is to open the file.</source>
        <translation>ファイルを開く人それぞれの証明書を追加してください。</translation>
    </message>
    <message>
        <source>Enter the recipient of each person who is to open the file.</source>
        <translation>ファイルを開く人それぞれの受信者を入力してください。</translation>
    </message>
    <message>
        <source>Being looked at.</source>
        <translation>確認しています。</translation>
    </message>
    <message>
        <source>Nobody can open the file without it, and Sealift does not keep it: write it down.</source>
        <translation>これがないと誰もファイルを開けません。Sealift は保存しないので、書き留めてください。</translation>
    </message>
    <message>
        <source>Whoever has the file can try as many as they like.</source>
        <translation>ファイルを持つ人はいくらでも試せます。</translation>
    </message>
    <message>
        <source>Only the keys of these certificates open it: %1</source>
        <translation>次の証明書の鍵だけで開けます: %1</translation>
    </message>
    <message numerus="yes">
        <source>Only the keys of %n recipient(s) open it.</source>
        <translation>
            <numerusform>%n 人の受信者の鍵だけで開けます。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sealift::SearchBar</name>
    <message>
        <source>Search tasks</source>
        <translation>タスクを検索</translation>
    </message>
    <message>
        <source>All tasks</source>
        <translation>すべてのタスク</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>実行中</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>待機中</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完了</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>要対応</translation>
    </message>
    <message>
        <source>Which tasks are shown</source>
        <translation>表示するタスク</translation>
    </message>
    <message>
        <source>Show only tasks in some states</source>
        <translation>特定の状態のタスクだけを表示します</translation>
    </message>
    <message>
        <source>Words in a task's name or destination</source>
        <translation>タスクの名前または保存先に含まれる語</translation>
    </message>
</context>
<context>
    <name>sealift::SearchField</name>
    <message>
        <source>Clear</source>
        <translation>クリア</translation>
    </message>
</context>
<context>
    <name>sealift::SettingsDialog</name>
    <message>
        <source>As the system</source>
        <translation>システムに合わせる</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>ライト</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>ダーク</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>ハイコントラスト</translation>
    </message>
    <message>
        <source>Import &amp;straight away where nothing is left to decide</source>
        <translation>確認事項がなければすぐにインポートする(&amp;S)</translation>
    </message>
    <message>
        <source>Offer to &amp;remember passwords in the keyring of this computer</source>
        <translation>このコンピューターのキーリングへのパスワードの保存を提案する(&amp;R)</translation>
    </message>
    <message>
        <source>When a task has &amp;completed</source>
        <translation>タスクが完了したとき(&amp;C)</translation>
    </message>
    <message>
        <source>When a task &amp;failed, or its cleanup could not be confirmed</source>
        <translation>タスクが失敗したとき、またはクリーンアップを確認できなかったとき(&amp;F)</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>General</source>
        <translation>全般</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>タスク</translation>
    </message>
    <message>
        <source>Scratch Volumes</source>
        <translation>作業ボリューム</translation>
    </message>
    <message>
        <source>&amp;Language:</source>
        <translation>言語(&amp;L):</translation>
    </message>
    <message>
        <source>&amp;Theme:</source>
        <translation>テーマ(&amp;T):</translation>
    </message>
    <message>
        <source>E&amp;xports are for:</source>
        <translation>エクスポートの用途(&amp;X):</translation>
    </message>
    <message>
        <source>Passwords that are there now will be removed from the keyring.</source>
        <translation>現在保存されているパスワードは、キーリングから削除されます。</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>制限なし</translation>
    </message>
    <message>
        <source> MiB/s</source>
        <translation> MiB/秒</translation>
    </message>
    <message>
        <source>Tasks at &amp;once:</source>
        <translation>同時実行タスク数(&amp;O):</translation>
    </message>
    <message>
        <source>&amp;Bandwidth of all together:</source>
        <translation>全体の帯域幅(&amp;B):</translation>
    </message>
    <message>
        <source>Notify me:</source>
        <translation>通知:</translation>
    </message>
    <message>
        <source>What must rest on the way of a task lies in an encrypted volume of its own. Its key is in memory only, and it is destroyed when the task ends. Used from the next start on.</source>
        <translation>タスクの途中で一時的に保存が必要なデータは、専用の暗号化ボリュームに置かれます。鍵はメモリ内にのみあり、ボリュームはタスクの終了時に破棄されます。設定は次回の起動から有効になります。</translation>
    </message>
    <message>
        <source>Locking</source>
        <translation>ロック</translation>
    </message>
    <message>
        <source>Bandwidth</source>
        <translation>帯域</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>キー</translation>
    </message>
    <message>
        <source>Other limits at certain hours; of those that overlap the upper one counts. The limit that holds is in the status bar.</source>
        <translation>特定の時間帯の別の制限。重なる場合は上のものが優先されます。有効な制限はステータスバーに表示されます。</translation>
    </message>
</context>
<context>
    <name>sealift::ShortcutForm</name>
    <message>
        <source>&amp;No Keys</source>
        <translation>キーなし(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;As Usual</source>
        <translation>標準に戻す(&amp;A)</translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation>操作とそのキー</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>キー</translation>
    </message>
    <message>
        <source>Keys of the chosen action</source>
        <translation>選んだ操作のキー</translation>
    </message>
    <message>
        <source>&amp;Press the keys:</source>
        <translation>キーを押してください(&amp;P):</translation>
    </message>
    <message>
        <source>"%1" and "%2" have the same keys: %3.</source>
        <translation>「%1」と「%2」のキーが同じです: %3。</translation>
    </message>
</context>
<context>
    <name>sealift::StateTimeline</name>
    <message>
        <source>States of the scratch volume</source>
        <translation>作業ボリュームの状態の推移</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: not yet</source>
        <translation>%1: 未到達</translation>
    </message>
</context>
<context>
    <name>sealift::StatusLine</name>
    <message>
        <source>encrypted end to end, TLS on top</source>
        <translation>エンドツーエンドで暗号化、さらに TLS で保護</translation>
    </message>
    <message>
        <source>encrypted end to end</source>
        <translation>エンドツーエンドで暗号化</translation>
    </message>
    <message numerus="yes">
        <source>%n active</source>
        <translation>
            <numerusform>実行中 %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n paused</source>
        <translation>
            <numerusform>一時停止中 %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n queued</source>
        <translation>
            <numerusform>待機中 %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n done</source>
        <translation>
            <numerusform>完了 %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>失敗 %n</numerusform>
        </translation>
    </message>
    <message>
        <source>No tasks</source>
        <translation>タスクなし</translation>
    </message>
    <message>
        <source>in %1</source>
        <comment>rate of imports</comment>
        <translation>インポート %1</translation>
    </message>
    <message>
        <source>out %1</source>
        <comment>rate of exports</comment>
        <translation>エクスポート %1</translation>
    </message>
    <message>
        <source>Scratch %1</source>
        <translation>作業領域 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n export(s) not encrypted</source>
        <translation>
            <numerusform>%n 件のエクスポートは暗号化なし</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to EC2, which must read the image: TLS, KMS at rest</source>
        <translation>
            <numerusform>%n 件は EC2 へ (EC2 がイメージを読みます): TLS、保存時は KMS</numerusform>
        </translation>
    </message>
    <message>
        <source>the rest %1</source>
        <comment>encrypted end to end</comment>
        <translation>その他は%1</translation>
    </message>
    <message>
        <source>What goes into a library is encrypted before it leaves this computer's memory, and a sealed export, too. A plain export is not encrypted; what goes to EC2 is encrypted on the wire and at rest, but not before.</source>
        <translation>ライブラリに保存するデータも、封印したエクスポートも、このコンピューターのメモリから出る前に暗号化されます。平文のエクスポートは暗号化されません。EC2 に送るものは転送時と保存時に暗号化されますが、その前は暗号化されません。</translation>
    </message>
</context>
<context>
    <name>sealift::StrengthMeter</name>
    <message>
        <source>Weak: found within days</source>
        <translation>弱い: 数日で破られます</translation>
    </message>
    <message>
        <source>Fair: holds against one person</source>
        <translation>普通: 個人の攻撃に耐えます</translation>
    </message>
    <message>
        <source>Good: holds against many machines</source>
        <translation>良い: 多数のマシンの攻撃に耐えます</translation>
    </message>
    <message>
        <source>Strong</source>
        <translation>強い</translation>
    </message>
    <message>
        <source>Password strength</source>
        <translation>パスワードの強度</translation>
    </message>
</context>
<context>
    <name>sealift::SuspendInhibitor</name>
    <message>
        <source>Disk images are being transferred</source>
        <translation>ディスクイメージを転送しています</translation>
    </message>
</context>
<context>
    <name>sealift::TaskActions</name>
    <message>
        <source>&amp;Pause</source>
        <translation>一時停止(&amp;P)</translation>
    </message>
    <message>
        <source>Halt the chosen tasks; they keep what they have done</source>
        <translation>選択したタスクを一時停止します (処理済みの分は保持されます)</translation>
    </message>
    <message>
        <source>Re&amp;sume</source>
        <translation>再開(&amp;S)</translation>
    </message>
    <message>
        <source>Go on with the chosen tasks</source>
        <translation>選択したタスクを再開します</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>キャンセル(&amp;C)</translation>
    </message>
    <message>
        <source>End the chosen tasks and clean up after them</source>
        <translation>選択したタスクを中止し、クリーンアップします</translation>
    </message>
    <message>
        <source>R&amp;etry</source>
        <translation>再試行(&amp;E)</translation>
    </message>
    <message>
        <source>Run the chosen tasks again; what has arrived counts</source>
        <translation>選択したタスクをもう一度実行します (転送済みの分は引き継がれます)</translation>
    </message>
    <message>
        <source>Move to &amp;Top</source>
        <translation>先頭へ移動(&amp;T)</translation>
    </message>
    <message>
        <source>Run the chosen tasks next</source>
        <translation>選択したタスクを次に実行します</translation>
    </message>
    <message>
        <source>Move &amp;Up</source>
        <translation>上へ移動(&amp;U)</translation>
    </message>
    <message>
        <source>Run the chosen tasks earlier</source>
        <translation>選択したタスクの実行順を早めます</translation>
    </message>
    <message>
        <source>Move &amp;Down</source>
        <translation>下へ移動(&amp;D)</translation>
    </message>
    <message>
        <source>Run the chosen tasks later</source>
        <translation>選択したタスクの実行順を遅らせます</translation>
    </message>
    <message>
        <source>Move to &amp;Bottom</source>
        <translation>末尾へ移動(&amp;B)</translation>
    </message>
    <message>
        <source>Run the chosen tasks last</source>
        <translation>選択したタスクを最後に実行します</translation>
    </message>
    <message>
        <source>&amp;Open Receipt</source>
        <translation>受領書を開く(&amp;O)</translation>
    </message>
    <message>
        <source>Show the signed receipt of the cleanup</source>
        <translation>クリーンアップの署名付き受領書を表示します</translation>
    </message>
    <message>
        <source>Show in &amp;Folder</source>
        <translation>フォルダーで表示(&amp;F)</translation>
    </message>
    <message>
        <source>Open the folder that the file is in</source>
        <translation>ファイルのあるフォルダーを開きます</translation>
    </message>
    <message>
        <source>Cop&amp;y Details</source>
        <translation>詳細をコピー(&amp;Y)</translation>
    </message>
    <message>
        <source>Copy all that is known of the chosen tasks as text</source>
        <translation>選択したタスクのすべての情報をテキストとしてコピーします</translation>
    </message>
    <message>
        <source>Re&amp;move from List</source>
        <translation>一覧から削除(&amp;M)</translation>
    </message>
    <message>
        <source>Take ended tasks from the list; receipts and images stay</source>
        <translation>終了したタスクを一覧から外します (受領書とイメージは残ります)</translation>
    </message>
    <message>
        <source>Pause &amp;All</source>
        <translation>すべて一時停止(&amp;A)</translation>
    </message>
    <message>
        <source>Halt every task</source>
        <translation>すべてのタスクを一時停止します</translation>
    </message>
    <message>
        <source>Resume A&amp;ll</source>
        <translation>すべて再開(&amp;L)</translation>
    </message>
    <message>
        <source>Go on with every task</source>
        <translation>すべてのタスクを再開します</translation>
    </message>
</context>
<context>
    <name>sealift::TaskView</name>
    <message>
        <source>Tasks</source>
        <translation>タスク</translation>
    </message>
    <message>
        <source>Imports and exports that run, wait or have ended</source>
        <translation>実行中、待機中、終了済みのインポートとエクスポート</translation>
    </message>
    <message>
        <source>Sort in the Order of the Queue</source>
        <translation>キューの順に並べ替え</translation>
    </message>
</context>
<context>
    <name>sealift::TextNote</name>
    <message>
        <source>a secret</source>
        <translation>秘密情報</translation>
    </message>
    <message>
        <source>personal data</source>
        <translation>個人情報</translation>
    </message>
    <message>
        <source>an address of a network</source>
        <translation>ネットワークのアドレス</translation>
    </message>
    <message>
        <source>It would be kept in the journal, the audit log and receipts, where others may read it.</source>
        <translation>ジャーナル、監査ログ、受領証に残り、ほかの人に読まれるおそれがあります。</translation>
    </message>
    <message>
        <source>It would be kept and passed on with the journal, the audit log and receipts.</source>
        <translation>ジャーナル、監査ログ、受領証とともに保存され、渡されます。</translation>
    </message>
    <message>
        <source>In logs it would tell others how the network is laid out.</source>
        <translation>ログに残ると、ネットワークの構成がほかの人にわかります。</translation>
    </message>
    <message>
        <source>Take What Is Offered</source>
        <translation>提案を使う</translation>
    </message>
    <message>
        <source>Keep it: I have looked at it, and it is no secret</source>
        <translation>そのまま残す: 確認しましたが、秘密情報ではありません</translation>
    </message>
    <message>
        <source>This seems to hold %1 (%2).</source>
        <comment>a secret, in detail</comment>
        <translation>%1 (%2) が含まれているようです。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>file, what is wrong</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Better: %1</source>
        <translation>より良い例: %1</translation>
    </message>
    <message>
        <source>Texts of this form are never kept.</source>
        <translation>この形式のテキストは決して保存されません。</translation>
    </message>
</context>
<context>
    <name>sealift::ThroughputChart</name>
    <message>
        <source>Throughput</source>
        <translation>スループット</translation>
    </message>
    <message>
        <source>Nothing was measured yet.</source>
        <translation>まだ測定されていません。</translation>
    </message>
    <message>
        <source>Peak %1, latest %2.</source>
        <translation>最大 %1、直近 %2。</translation>
    </message>
    <message>
        <source>Shown while the image is transferred</source>
        <translation>イメージの転送中に表示されます</translation>
    </message>
    <message>
        <source>up to %1</source>
        <translation>最大 %1</translation>
    </message>
    <message>
        <source>start</source>
        <translation>開始</translation>
    </message>
</context>
<context>
    <name>sealift::Tray</name>
    <message>
        <source>&amp;Show Sealift</source>
        <translation>Sealift を表示(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>終了(&amp;Q)</translation>
    </message>
    <message>
        <source>Sealift: nothing is under way</source>
        <translation>Sealift: 実行中のタスクはありません</translation>
    </message>
    <message>
        <source>Sealift: %1 %, %2</source>
        <comment>per cent and rate</comment>
        <translation>Sealift: %1%、%2</translation>
    </message>
</context>
<context>
    <name>sealift::UnlockDialog</name>
    <message>
        <source>Unlock %1</source>
        <translation>%1 のロック解除</translation>
    </message>
    <message>
        <source>The library "%1" is in %2.

Its key stays in this computer's memory until you lock it or quit.</source>
        <translation>ライブラリ「%1」は %2 にあります。

鍵は、ロックするか終了するまで、このコンピューターのメモリに保持されます。</translation>
    </message>
    <message>
        <source>&amp;Unlock</source>
        <translation>ロック解除(&amp;U)</translation>
    </message>
</context>
<context>
    <name>sealift::UnlockForm</name>
    <message>
        <source>Re&amp;member it in the keyring of this computer</source>
        <translation>このコンピューターのキーリングに保存する(&amp;M)</translation>
    </message>
    <message>
        <source>Password or recovery passphrase</source>
        <translation>パスワードまたは回復キー</translation>
    </message>
    <message>
        <source>Unlocking</source>
        <translation>ロック解除中</translation>
    </message>
    <message>
        <source>&amp;Password:</source>
        <translation>パスワード(&amp;P):</translation>
    </message>
    <message>
        <source>Deriving the key. This takes about a second, on purpose.</source>
        <translation>鍵を導出しています。意図的に 1 秒ほどかけています。</translation>
    </message>
    <message>
        <source>This looks like a recovery passphrase with a typing mistake. Compare it with the printed one, group by group.</source>
        <translation>入力ミスのある回復キーのようです。印刷した控えとグループごとに照合してください。</translation>
    </message>
    <message>
        <source>This password does not open the library. Nothing was changed.</source>
        <translation>このパスワードではライブラリを開けません。何も変更されていません。</translation>
    </message>
</context>
<context>
    <name>sealift::WelcomePage</name>
    <message>
        <source>&amp;Make a new library</source>
        <translation>新しいライブラリを作成する(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Open a library that exists already, made by Sealift or restic</source>
        <translation>Sealift または restic で作成した既存のライブラリを開く(&amp;O)</translation>
    </message>
    <message>
        <source>Welcome to Sealift</source>
        <translation>Sealift へようこそ</translation>
    </message>
    <message>
        <source>Disk images of virtual machines: in, encrypted; out, for any hypervisor.</source>
        <translation>仮想マシンのディスクイメージを、暗号化してインポートし、あらゆるハイパーバイザー向けにエクスポートします。</translation>
    </message>
    <message>
        <source>Images live in a library, where everything is encrypted before it leaves this computer's memory. Only its passwords open it.</source>
        <translation>イメージはライブラリに保管されます。すべてのデータは、このコンピューターのメモリから出る前に暗号化されます。ライブラリを開けるのは、そのパスワードだけです。</translation>
    </message>
</context>
<context>
    <name>sealift::WelcomeScratchPage</name>
    <message>
        <source>Room to work</source>
        <translation>作業領域</translation>
    </message>
    <message>
        <source>What must rest on the way lies in an encrypted volume that is destroyed when its task ends.</source>
        <translation>途中で一時的に保存が必要なデータは、タスクの終了時に破棄される暗号化ボリュームに置かれます。</translation>
    </message>
    <message>
        <source>A disk of this computer serves best. The usual place is fine for most people.</source>
        <translation>このコンピューターのディスクが最適です。通常は既定の場所で問題ありません。</translation>
    </message>
</context>
<context>
    <name>sealift::WelcomeWizard</name>
    <message>
        <source>Welcome</source>
        <translation>ようこそ</translation>
    </message>
    <message>
        <source>&amp;Next &gt;</source>
        <translation>次へ(&amp;N) &gt;</translation>
    </message>
</context>
<context>
    <name>sealift::WindowActions</name>
    <message>
        <source>&amp;Import...</source>
        <translation>インポート(&amp;I)...</translation>
    </message>
    <message>
        <source>Bring disk images into a library</source>
        <translation>ディスクイメージをライブラリに取り込みます</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>貼り付け(&amp;P)</translation>
    </message>
    <message>
        <source>Import the files that were copied in the file manager</source>
        <translation>ファイルマネージャーでコピーしたファイルをインポートします</translation>
    </message>
    <message>
        <source>&amp;Export...</source>
        <translation>エクスポート(&amp;E)...</translation>
    </message>
    <message>
        <source>Write an image of a library to a file</source>
        <translation>ライブラリのイメージをファイルに書き出します</translation>
    </message>
    <message>
        <source>&amp;New Library...</source>
        <translation>新しいライブラリ(&amp;N)...</translation>
    </message>
    <message>
        <source>Make a place where images are kept encrypted</source>
        <translation>イメージを暗号化して保管する場所を作成します</translation>
    </message>
    <message>
        <source>&amp;Open Library...</source>
        <translation>ライブラリを開く(&amp;O)...</translation>
    </message>
    <message>
        <source>Use a library that is there already</source>
        <translation>既存のライブラリを使用します</translation>
    </message>
    <message>
        <source>&amp;Unlock Library...</source>
        <translation>ライブラリのロック解除(&amp;U)...</translation>
    </message>
    <message>
        <source>Enter the password of the chosen library</source>
        <translation>選択したライブラリのパスワードを入力します</translation>
    </message>
    <message>
        <source>&amp;Settings...</source>
        <translation>設定(&amp;S)...</translation>
    </message>
    <message>
        <source>Change how Sealift works</source>
        <translation>Sealift の動作を変更します</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>終了(&amp;Q)</translation>
    </message>
    <message>
        <source>End Sealift</source>
        <translation>Sealift を終了します</translation>
    </message>
    <message>
        <source>&amp;Tasks</source>
        <translation>タスク(&amp;T)</translation>
    </message>
    <message>
        <source>Show what runs, waits and has ended</source>
        <translation>実行中、待機中、終了済みのタスクを表示します</translation>
    </message>
    <message>
        <source>&amp;Images</source>
        <translation>イメージ(&amp;I)</translation>
    </message>
    <message>
        <source>Show the images of a library</source>
        <translation>ライブラリのイメージを表示します</translation>
    </message>
    <message>
        <source>&amp;Details</source>
        <translation>詳細(&amp;D)</translation>
    </message>
    <message>
        <source>Show the chosen task in detail</source>
        <translation>選択したタスクの詳細を表示します</translation>
    </message>
    <message>
        <source>D&amp;estinations</source>
        <translation>保存先(&amp;E)</translation>
    </message>
    <message>
        <source>Show libraries and scratch at the side</source>
        <translation>ライブラリと作業領域を横に表示します</translation>
    </message>
    <message>
        <source>&amp;Find Tasks</source>
        <translation>タスクを検索(&amp;F)</translation>
    </message>
    <message>
        <source>Search tasks by name and destination</source>
        <translation>名前と保存先でタスクを検索します</translation>
    </message>
    <message>
        <source>&amp;First Steps...</source>
        <translation>はじめの手順(&amp;F)...</translation>
    </message>
    <message>
        <source>Set up a library and import a sample image</source>
        <translation>ライブラリを設定し、サンプルイメージをインポートします</translation>
    </message>
    <message>
        <source>&amp;About Sealift</source>
        <translation>Sealift について(&amp;A)</translation>
    </message>
    <message>
        <source>Which version this is</source>
        <translation>バージョンを表示します</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>ファイル(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Task</source>
        <translation>タスク(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>表示(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>ヘルプ(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Contents</source>
        <translation>目次(&amp;C)</translation>
    </message>
    <message>
        <source>Read how Sealift works</source>
        <translation>Sealift の使い方を読む</translation>
    </message>
    <message>
        <source>&amp;Send Images to Amazon EC2...</source>
        <translation>イメージを Amazon EC2 へ送信(&amp;S)...</translation>
    </message>
    <message>
        <source>Make images or snapshots at Amazon EC2 out of disk images</source>
        <translation>ディスクイメージから Amazon EC2 のイメージやスナップショットを作成</translation>
    </message>
    <message>
        <source>&amp;Import from Amazon EC2...</source>
        <translation>Amazon EC2 からインポート(&amp;I)...</translation>
    </message>
    <message>
        <source>Bring an image or a snapshot of Amazon EC2 into a library</source>
        <translation>Amazon EC2 のイメージやスナップショットをライブラリに保存</translation>
    </message>
    <message>
        <source>&amp;Export from Amazon EC2...</source>
        <translation>Amazon EC2 からエクスポート(&amp;E)...</translation>
    </message>
    <message>
        <source>Write a disk of Amazon EC2 to a file, without a library</source>
        <translation>Amazon EC2 のディスクをライブラリを介さずファイルに書き出し</translation>
    </message>
    <message>
        <source>&amp;Amazon EC2</source>
        <translation>Amazon EC2(&amp;A)</translation>
    </message>
</context>
</TS>
